-- Disputes of what operators claim: what is said for and against, and what was decided.

create table challenge (
  region_code text not null,
  -- The sequence of the change that raised it: with the region's code, what people quote.
  number bigint not null,
  operator_code text not null references operator (code),
  party text not null check (party in ('deputy', 'ministry')),
  raised_by text not null,
  raised_by_name text not null,
  raised_on date not null,
  due_on date not null,
  answer text check (answer in ('rebutted', 'conceded')),
  answered_on date,
  -- Upheld is what was upheld at one of its settlements or more.
  outcome text check (outcome in ('upheld', 'dismissed')),
  decided_on date,
  version bigint not null,
  primary key (region_code, number),
  check ((answer is null) = (answered_on is null)),
  check ((outcome is null) = (decided_on is null))
);

create index challenge_operator on challenge (operator_code, due_on);

-- A claim that is disputed at a settlement, as it was said then. Upheld, it does not count there any more.
create table challenge_claim (
  region_code text not null,
  challenge_number bigint not null,
  settlement_code text not null,
  evidence_id uuid not null,
  claim jsonb not null,
  outcome text check (outcome in ('upheld', 'dismissed')),
  primary key (region_code, challenge_number, settlement_code, evidence_id),
  foreign key (region_code, challenge_number) references challenge (region_code, number),
  foreign key (region_code, settlement_code) references settlement (region_code, code)
);

-- What is disputed or withdrawn already cannot be disputed at the same time.
create unique index challenge_claim_once on challenge_claim (region_code, settlement_code, evidence_id)
  where outcome is distinct from 'dismissed';

-- What each side says, with what it shows.
create table challenge_statement (
  region_code text not null,
  challenge_number bigint not null,
  number integer not null check (number > 0),
  step text not null check (step in ('raise', 'rebut', 'concede', 'decide', 'reverse')),
  text text not null,
  tests jsonb not null,
  evidence jsonb not null,
  attachments jsonb not null,
  written_by text not null,
  written_by_name text not null,
  written_on date not null,
  primary key (region_code, challenge_number, number),
  foreign key (region_code, challenge_number) references challenge (region_code, number)
);

-- How long an operator has for its rebuttal, where nothing else is set.
alter table programme
  add column challenge_days integer not null default 10 check (challenge_days between 1 and 366),
  add column challenge_days_kind text not null default 'working' check (challenge_days_kind in ('calendar', 'working'));

-- A file that proves something of a settlement, for or against a claim, is of none of its assignments.
alter table attachment alter column number drop not null;
