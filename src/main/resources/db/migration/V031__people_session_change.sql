-- Of whom a node has ended sessions or changed what pages say of them, so that the other nodes forget what they remember.
-- By the clock of the database; kept for a day.
create table session_change (
  id uuid not null primary key,
  person_id uuid not null,
  changed_at timestamp(6) with time zone not null
);
create index session_change_at on session_change (changed_at);
