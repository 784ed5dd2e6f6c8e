create index statement_5_completions on statement_5 (person_id, registration_id, activity)
  include (id, edition, happened_at) where verb in ('COMPLETED', 'PASSED');
