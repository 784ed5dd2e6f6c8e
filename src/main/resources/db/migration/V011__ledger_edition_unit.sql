-- What the units of an edition said, so that two editions can be compared when one of them is long gone. Rows are only
-- added, once for each edition that was served.
create table edition_unit (
  course_id varchar(60) not null,
  edition varchar(120) not null,
  language varchar(20) not null,
  unit_id varchar(60) not null,
  title varchar(300) not null,
  hash varchar(64) not null,
  primary key (course_id, edition, language, unit_id)
);
