create table attempt (
  id uuid not null primary key,
  person_id uuid not null references person,
  registration_id uuid not null references registration,
  course_id varchar(60) not null,
  assessment_id varchar(60) not null,
  number integer not null,
  state varchar(20) not null,
  -- True while the attempt is open, null ever after: a registration has one open attempt at most.
  open_marker boolean,
  path varchar(60) not null,
  edition varchar(120) not null,
  language varchar(20) not null,
  seed bigint not null,
  -- What is asked, its keys and its policy, as JSON: nothing that an author edits later reaches it.
  snapshot varchar(1000000) not null,
  opened_at timestamp(6) with time zone not null,
  submitted_at timestamp(6) with time zone,
  score integer,
  unique (registration_id, number),
  unique (registration_id, open_marker)
);
create index attempt_person on attempt (person_id, course_id);

create table attempt_answer (
  attempt_id uuid not null references attempt,
  item_id varchar(60) not null,
  -- Counts up with every change; an answer with a lower or equal number came late and is not kept.
  seq bigint not null,
  response varchar(20000) not null,
  saved_at timestamp(6) with time zone not null,
  primary key (attempt_id, item_id)
);
