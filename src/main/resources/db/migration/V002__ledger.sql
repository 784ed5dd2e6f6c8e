create table registration (
  id uuid not null primary key,
  person_id uuid not null references person,
  course_id varchar(60) not null,
  number integer not null,
  edition varchar(120) not null,
  opened_at timestamp(6) with time zone not null,
  unique (person_id, course_id, number)
);

-- Append-only: a trigger refuses update and delete. The person leads the key, so that the table can be divided by person.
create table statement (
  person_id uuid not null references person,
  id uuid not null,
  registration_id uuid not null references registration,
  verb varchar(20) not null,
  activity varchar(130) not null,
  response varchar(20000),
  success boolean,
  score integer,
  edition varchar(120) not null,
  language varchar(20) not null,
  happened_at timestamp(6) with time zone not null,
  stored_at timestamp(6) with time zone not null,
  authority uuid not null,
  voids uuid,
  primary key (person_id, id)
);
create index statement_registration on statement (person_id, registration_id, verb, activity);
create index statement_voids on statement (person_id, voids);
