-- How often a text was read in another language than the reader wanted. Every node adds to the same rows.
create table language_demand (
  course_id varchar(60) not null,
  wanted varchar(20) not null,
  shown varchar(20) not null,
  counted_on date not null,
  times bigint not null,
  primary key (course_id, wanted, shown, counted_on)
);
