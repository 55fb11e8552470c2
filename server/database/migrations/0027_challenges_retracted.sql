-- Whoever raised a challenge may withdraw it before it is decided: its claims count, and may be challenged anew.
alter table challenge drop constraint challenge_outcome_check;
alter table challenge add constraint challenge_outcome_check check (outcome in ('upheld', 'dismissed', 'retracted'));
alter table challenge_statement drop constraint challenge_statement_step_check;
alter table challenge_statement add constraint challenge_statement_step_check
  check (step in ('raise', 'rebut', 'concede', 'retract', 'decide', 'reverse'));
