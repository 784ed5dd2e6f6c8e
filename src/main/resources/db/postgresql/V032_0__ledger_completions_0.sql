-- What a person has completed is asked by every page. An index that has the editions too answers it without the table,
-- whose rows of one person lie far apart. Made part by part, each in a migration of its own: who adds to another part
-- does not wait, and who adds to this one waits for an eighth of the time.
create index statement_0_completions on statement_0 (person_id, registration_id, activity)
  include (id, edition, happened_at) where verb in ('COMPLETED', 'PASSED');
