-- The second half: nobody adds a statement while those that came since the copy are added and the names change. The
-- ledger is append-only, so that a statement which is in both is the same in both.
lock table statement in share row exclusive mode;

insert into statement_by_person
select * from statement as before
where not exists (select from statement_by_person as copy where copy.person_id = before.person_id and copy.id = before.id);

drop table statement;
alter table statement_by_person rename to statement;
alter table statement rename constraint statement_by_person_person_id_fkey to statement_person_id_fkey;
alter table statement rename constraint statement_by_person_registration_id_fkey to statement_registration_id_fkey;
alter index statement_by_person_pkey rename to statement_pkey;
alter index statement_by_person_registration rename to statement_registration;
alter index statement_by_person_voids rename to statement_voids;

create trigger statement_is_append_only before update or delete or truncate on statement
  for each statement execute function refuse_change();

-- A trigger for each statement guards only the table that is named, so each part has its own.
do $$
begin
  for part in 0..7 loop
    execute format('create trigger statement_is_append_only before update or delete or truncate on statement_%s
      for each statement execute function refuse_change()', part);
  end loop;
end
$$;
