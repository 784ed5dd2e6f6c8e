create table certificate (
  serial varchar(21) not null primary key,
  person_id uuid not null references person,
  registration_id uuid not null references registration,
  attempt_id uuid not null,
  course_id varchar(60) not null,
  -- Every printed fact, as it was when the certificate was issued (JSON).
  facts varchar(40000) not null,
  state varchar(20) not null,
  -- True while the certificate stands, null afterwards: a registration has one standing certificate at most.
  issued_marker boolean,
  issued_at timestamp(6) with time zone not null,
  successor varchar(21) references certificate,
  revoked_at timestamp(6) with time zone,
  public_text varchar(500),
  unique (registration_id, issued_marker)
);
create index certificate_person on certificate (person_id, issued_at);
create index certificate_registration on certificate (registration_id);

create table certificate_file (
  serial varchar(21) not null primary key references certificate,
  sha256 varchar(64) not null,
  bytes bytea not null
);

-- What was done to a certificate after it was issued, by whom, when and why. Rows are only added.
create table certificate_change (
  id uuid not null primary key,
  serial varchar(21) not null references certificate,
  kind varchar(20) not null,
  reason varchar(1000) not null,
  public_text varchar(500),
  successor varchar(21) references certificate,
  changed_by uuid not null references person,
  changed_at timestamp(6) with time zone not null
);
create index certificate_change_serial on certificate_change (serial, changed_at);
