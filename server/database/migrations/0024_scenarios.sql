-- A plan that is to be computed, or was: nothing of it is true of the country until it is made into assignments.
create table planning_scenario (
  id uuid primary key,
  name text not null,
  state text not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
  request jsonb not null,
  -- The scenario that a question was put to, and the question.
  base_id uuid references planning_scenario (id) on delete cascade,
  question jsonb,
  asked_by text not null,
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- All that the plan is made from, as JSON: the same input gives the same plan, whatever became of the country since.
  input text not null,
  input_hash text not null,
  problems jsonb not null,
  progress jsonb not null,
  -- The run that a question sets out from: prices and plan, as JSON.
  solution text,
  plan_rows text,
  summary jsonb,
  answer jsonb,
  failure text,
  -- Until when the process that computes it is taken to live.
  leased_until timestamptz,
  check ((base_id is null) = (question is null))
);

create index planning_scenario_asked on planning_scenario (asked_at);
create index planning_scenario_base on planning_scenario (base_id) where base_id is not null;
