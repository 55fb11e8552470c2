-- The answers to an assignment, and the clock that runs until there is one.

alter table assignment
  add column reason_code text check (reason_code in ('power', 'land', 'permit', 'backhaul', 'cost', 'supply',
    'weather', 'already-served', 'wrong-data', 'other')),
  add column reason_text text,
  -- The terms that the operator asks for instead.
  add column counter jsonb,
  add column proposed_on date,
  add column answer_due_on date,
  add column escalated_on date,
  add column escalated_to text,
  add check ((reason_code is null) = (reason_text is null)),
  add check ((counter is not null) = (stage = 'countered')),
  add check ((answer_due_on is not null) = (stage = 'proposed')),
  add check ((reason_code is not null) = (stage in ('declined', 'countered', 'cancelled', 'returned'))),
  add check ((escalated_on is null) = (escalated_to is null));

create index assignment_answer on assignment (answer_due_on) where answer_due_on is not null;

-- How long an operator has to answer, where a schedule does not say otherwise.
alter table programme
  add column approval_days integer not null default 7 check (approval_days between 1 and 366),
  add column approval_days_kind text not null default 'calendar' check (approval_days_kind in ('calendar', 'working'));
