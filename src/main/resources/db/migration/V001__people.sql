create table person (
  id uuid not null primary key,
  name varchar(200) not null,
  language varchar(20),
  created_at timestamp(6) with time zone not null
);
create index person_name on person (name, id);

create table account (
  id uuid not null primary key,
  person_id uuid not null references person,
  email varchar(254) not null,
  -- The address in lower case: one address, one account.
  email_key varchar(254) not null unique,
  password_hash varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  disabled_at timestamp(6) with time zone
);
create index account_person on account (person_id);

create table administrator (
  person_id uuid not null primary key references person,
  granted_at timestamp(6) with time zone not null,
  granted_by uuid references person
);

create table administrator_link (
  token_hash varchar(64) not null primary key,
  created_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone,
  used_by uuid references person
);

-- Two times: valid_from and valid_to say when it held in the world, recorded_at and replaced_at when it was known here.
-- A row is never corrected: it is replaced by newer rows.
create table engagement (
  id uuid not null primary key,
  person_id uuid not null references person,
  job_network varchar(30),
  department varchar(200),
  duty_station varchar(100),
  grade varchar(20),
  supervisor boolean not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp(6) with time zone not null,
  recorded_by uuid not null references person,
  replaced_at timestamp(6) with time zone
);
create index engagement_person on engagement (person_id, valid_from);

create table sign_in_session (
  token_hash varchar(64) not null primary key,
  person_id uuid not null references person,
  account_id uuid not null references account,
  created_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index sign_in_session_person on sign_in_session (person_id);

-- Failed guesses at a password, by what was guessed at: an address from a place, an address, a place.
create table password_guess (
  subject varchar(64) not null primary key,
  failures integer not null,
  failed_at timestamp(6) with time zone not null,
  locked_until timestamp(6) with time zone
);
