-- Divides the ledger by person. Not by time: then the key could not say that one person has one statement with an id.
-- This first half copies what is there while everybody goes on reading and writing; the next migration adds what came
-- meanwhile. It fails, and leaves everything as it was, when it cannot have a lock within the time that the connection
-- sets; then it can simply be tried again.
create table statement_by_person (
  like statement including defaults including comments,
  foreign key (person_id) references person,
  foreign key (registration_id) references registration,
  primary key (person_id, id)
) partition by hash (person_id);

do $$
begin
  for part in 0..7 loop
    execute format('create table statement_%s partition of statement_by_person
      for values with (modulus 8, remainder %s)', part, part);
  end loop;
end
$$;

insert into statement_by_person select * from statement;

create index statement_by_person_registration on statement_by_person (person_id, registration_id, verb, activity);
create index statement_by_person_voids on statement_by_person (person_id, voids);
analyze statement_by_person;
