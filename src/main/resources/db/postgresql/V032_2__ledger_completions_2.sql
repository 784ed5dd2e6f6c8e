create index statement_2_completions on statement_2 (person_id, registration_id, activity)
  include (id, edition, happened_at) where verb in ('COMPLETED', 'PASSED');
