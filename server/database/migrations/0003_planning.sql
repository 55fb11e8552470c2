-- Who connects which settlement, and when.

create table assignment (
  region_code text not null,
  settlement_code text not null,
  -- 1, 2, 3 … within the settlement: with the settlement's code, what people quote.
  number integer not null check (number > 0),
  operator_code text not null references operator (code),
  technology text not null,
  start_quarter text not null check (start_quarter ~ '^\d{4}-Q[1-4]$'),
  finish_quarter text not null check (finish_quarter ~ '^\d{4}-Q[1-4]$'),
  cost_tenge bigint check (cost_tenge >= 0),
  subsidy_tenge bigint check (subsidy_tenge >= 0),
  responsible_officer text not null,
  stage text not null check (stage in ('draft', 'proposed', 'accepted', 'declined', 'countered', 'approved',
    'under_construction', 'operational', 'verified', 'returned', 'cancelled')),
  version bigint not null,
  primary key (region_code, settlement_code, number),
  foreign key (region_code, settlement_code) references settlement (region_code, code),
  check (start_quarter <= finish_quarter)
);

create index assignment_operator on assignment (region_code, operator_code, finish_quarter);
