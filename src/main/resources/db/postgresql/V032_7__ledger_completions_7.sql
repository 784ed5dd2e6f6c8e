create index statement_7_completions on statement_7 (person_id, registration_id, activity)
  include (id, edition, happened_at) where verb in ('COMPLETED', 'PASSED');
