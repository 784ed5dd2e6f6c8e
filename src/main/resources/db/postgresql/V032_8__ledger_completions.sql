create index statement_completions on only statement (person_id, registration_id, activity)
  include (id, edition, happened_at) where verb in ('COMPLETED', 'PASSED');
alter index statement_completions attach partition statement_0_completions;
alter index statement_completions attach partition statement_1_completions;
alter index statement_completions attach partition statement_2_completions;
alter index statement_completions attach partition statement_3_completions;
alter index statement_completions attach partition statement_4_completions;
alter index statement_completions attach partition statement_5_completions;
alter index statement_completions attach partition statement_6_completions;
alter index statement_completions attach partition statement_7_completions;
drop index statement_completed;
