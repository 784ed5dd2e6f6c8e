-- What a reader writes for themselves: one text for each unit.
create table note (
  id uuid not null primary key,
  person_id uuid not null references person,
  course_id varchar(60) not null,
  unit_id varchar(60) not null,
  -- As it was when the note was saved last, for when the course no longer has the unit.
  unit_title varchar(300) not null,
  text varchar(4000) not null,
  -- Counts up with every change; a form that has seen a lower number is out of date.
  version integer not null,
  changed_at timestamp(6) with time zone not null,
  unique (person_id, course_id, unit_id)
);

-- What readers found wrong in a page, with the file that it is written in. Rows are only added, and marked as handled.
create table mistake_report (
  id uuid not null primary key,
  person_id uuid not null references person,
  course_id varchar(60) not null,
  unit_id varchar(60) not null,
  unit_title varchar(300) not null,
  language varchar(20) not null,
  file varchar(500) not null,
  edition varchar(120) not null,
  what varchar(2000) not null,
  quotation varchar(500),
  reported_at timestamp(6) with time zone not null,
  handled_at timestamp(6) with time zone,
  handled_by uuid references person
);
create index mistake_report_time on mistake_report (handled_at, reported_at);
create index mistake_report_person on mistake_report (person_id, reported_at);
