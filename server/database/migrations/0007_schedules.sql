-- Work schedules: what was sent to an operator, what was agreed, and what was changed after that.

-- One version of an operator's schedule. That it has been answered shows in its assignments.
create table schedule (
  operator_code text not null references operator (code),
  programme_code text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('sent', 'approved', 'superseded')),
  responsible_officer text not null,
  approval_days integer not null,
  approval_days_kind text not null check (approval_days_kind in ('calendar', 'working')),
  sent_on date not null,
  sent_by text not null,
  due_on date not null,
  approved_on date,
  approved_by text,
  primary key (operator_code, programme_code, version)
);

-- What was agreed, frozen: file is the whole signed document, byte for byte.
create table baseline (
  operator_code text not null references operator (code),
  programme_code text not null,
  version integer not null check (version > 0),
  made_on date not null,
  made_by text not null,
  -- The schedule whose approval made it; null where change requests did.
  schedule_version integer,
  hash text not null,
  file text not null,
  primary key (operator_code, programme_code, version)
);

-- What somebody wants altered of an approved assignment.
create table change_request (
  region_code text not null,
  id uuid not null,
  settlement_code text not null,
  number integer not null,
  operator_code text not null references operator (code),
  party text not null check (party in ('planner', 'operator')),
  asked_by text not null,
  asked_on date not null,
  changes jsonb not null,
  reason_code text not null,
  reason_text text not null,
  state text not null check (state in ('open', 'accepted', 'refused')),
  decided_by text,
  decided_on date,
  decision_text text,
  -- The sequence of the region's change that last wrote it.
  version bigint not null,
  primary key (region_code, id),
  foreign key (region_code, settlement_code) references settlement (region_code, code),
  check ((state = 'open') = (decided_by is null))
);

create index change_request_assignment on change_request (region_code, settlement_code, number);
create index change_request_operator on change_request (operator_code, state);
