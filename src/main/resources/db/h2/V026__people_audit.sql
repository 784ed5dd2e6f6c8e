-- Who did what to whom, and when: for security and administration. Append-only.
create table audit_entry (
  happened_at timestamp(6) with time zone not null,
  id uuid not null,
  act varchar(60) not null,
  -- The person who did it; null when nobody is signed in.
  actor uuid,
  -- The person, account, certificate or other thing that it was done to.
  subject varchar(100),
  -- The network address that it came from.
  place varchar(64),
  request varchar(100),
  detail varchar(1000),
  primary key (happened_at, id)
);
create index audit_entry_subject on audit_entry (subject, happened_at);
create index audit_entry_actor on audit_entry (actor, happened_at);

create trigger audit_entry_is_append_only before update, delete on audit_entry for each row
  call "org.lectern.ledger.AppendOnly";
