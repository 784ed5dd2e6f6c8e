-- How many look-ups of certificates a client has been granted in the minute that its first began, on all
-- nodes together. Only the hash of its address is kept, and that for a day.
create table look_up_count (
  client varchar(64) not null primary key,
  minute_began timestamp(6) with time zone not null,
  granted integer not null
);
create index look_up_count_minute on look_up_count (minute_began);
