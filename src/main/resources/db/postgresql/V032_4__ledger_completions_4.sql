create index statement_4_completions on statement_4 (person_id, registration_id, activity)
  include (id, edition, happened_at) where verb in ('COMPLETED', 'PASSED');
