-- A change of many people at once: first a draft with everybody whom it concerns, then, once confirmed, worked off in
-- batches. It stays as the record of who changed what of whom, and when.
create table bulk_change (
  id uuid not null primary key,
  kind varchar(20) not null,
  -- What is to be different (JSON), and from which day.
  change_values varchar(4000) not null,
  valid_from date,
  -- The address of the list, or the name of the file, by which the people were chosen.
  source varchar(4000) not null,
  state varchar(20) not null,
  created_by uuid not null references person,
  created_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone
);
-- Two questions: the latest changes, and those that a restart has to go on with.
create index bulk_change_created on bulk_change (created_at);
create index bulk_change_state on bulk_change (state);

create table bulk_change_item (
  change_id uuid not null references bulk_change,
  number integer not null,
  person_id uuid not null references person,
  -- The line of the file, and what it says in place of the values of the whole change (JSON).
  line integer,
  change_values varchar(4000),
  valid_from date,
  outcome varchar(20) not null,
  reason varchar(40),
  done_at timestamp(6) with time zone,
  primary key (change_id, number),
  unique (change_id, person_id)
);
-- The next ones to do, and how many came out how.
create index bulk_change_item_outcome on bulk_change_item (change_id, outcome, number);
