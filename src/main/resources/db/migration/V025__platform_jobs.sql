-- What is done by one node for all, and when it is due: a table of db-scheduler, whose columns these are.
create table job (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index job_due on job (execution_time);
create index job_alive on job (last_heartbeat);

-- The servers that share this database, and what content each of them has.
create table node (
  id uuid not null primary key,
  name varchar(100) not null,
  started_at timestamp(6) with time zone not null,
  -- By the clock of the database, so that the clocks of the nodes do not matter.
  seen_at timestamp(6) with time zone not null,
  -- The hash of the library that it has read last.
  loaded varchar(64) not null,
  -- The hash of the library that it shows; null while it may not show any.
  serving varchar(64)
);
