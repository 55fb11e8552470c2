-- The building of a commitment: what was told of it, and what was found on the spot. Everything is kept apart by
-- the company that builds: where a commitment is given to another, the next one begins anew.

-- The dates of one step as the reports leave them. When it is planned follows from the quarters that were agreed.
create table milestone (
  region_code text not null,
  settlement_code text not null,
  number integer not null,
  operator_code text not null references operator (code),
  kind text not null check (kind in ('survey', 'design', 'land', 'power', 'permits', 'backhaul', 'construction',
    'equipment', 'on-air')),
  forecast date,
  actual date,
  reason_code text,
  reason_text text,
  -- The sequence of the region's change that last wrote it.
  version bigint not null,
  primary key (region_code, settlement_code, number, operator_code, kind),
  foreign key (region_code, settlement_code) references settlement (region_code, code),
  check ((reason_code is null) = (reason_text is null))
);

-- What holds up the work, from a day until the day of its removal.
create table blocker (
  region_code text not null,
  id uuid not null,
  settlement_code text not null,
  number integer not null,
  operator_code text not null references operator (code),
  cause text not null,
  owed_by text not null check (owed_by in ('operator', 'local-authority', 'ministry')),
  text text not null,
  since date not null,
  until date,
  decision text check (decision in ('confirmed', 'refused')),
  decision_text text,
  raised_by text not null,
  version bigint not null,
  primary key (region_code, id),
  foreign key (region_code, settlement_code) references settlement (region_code, code),
  check (until >= since),
  check ((decision is null) = (decision_text is null))
);

create index blocker_assignment on blocker (region_code, settlement_code, number);

-- What somebody told, word for word.
create table progress_report (
  region_code text not null,
  id uuid not null,
  settlement_code text not null,
  number integer not null,
  operator_code text not null references operator (code),
  written_at timestamptz not null,
  received_at timestamptz not null,
  reported_by text not null,
  milestones jsonb not null,
  blockers jsonb not null,
  removed jsonb not null,
  tests jsonb not null,
  attachments jsonb not null,
  note text not null,
  step text check (step in ('start-construction', 'report-operational')),
  -- SHA-256 of what was sent, by which the same report is known when it comes again.
  sent_hash text not null,
  -- The assignment as the receipt told it.
  assignment jsonb not null,
  version bigint not null,
  primary key (region_code, id),
  foreign key (region_code, settlement_code) references settlement (region_code, code)
);

create index progress_report_id on progress_report (id);
create index progress_report_assignment on progress_report (region_code, settlement_code, number);

-- An independent check on the spot.
create table inspection (
  region_code text not null,
  id uuid not null,
  settlement_code text not null,
  number integer not null,
  operator_code text not null references operator (code),
  technology text not null,
  inspected_on date not null,
  inspector text not null,
  tests jsonb not null,
  median jsonb not null,
  wanted jsonb not null,
  failing jsonb not null,
  passed boolean not null,
  note text not null,
  reason_code text,
  reason_text text,
  attachments jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  sent_hash text not null,
  -- What was replied: the assignment, and what the settlement was assessed as then.
  assignment jsonb not null,
  status text not null,
  flagged boolean not null,
  version bigint not null,
  primary key (region_code, id),
  foreign key (region_code, settlement_code) references settlement (region_code, code),
  check ((reason_code is null) = (reason_text is null)),
  check (passed or reason_code is not null)
);

create index inspection_id on inspection (id);
create index inspection_assignment on inspection (region_code, settlement_code, number);
