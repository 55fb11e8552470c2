-- Planning: what things cost, and what planners decided beforehand.

-- The values that the ministry set in place of those that ship in geodata/costs.
create table cost_parameter (
  code text primary key,
  value double precision not null,
  source text not null,
  dated text not null,
  -- The sequence of the country's change that last wrote it.
  version bigint not null
);

create table planning_pin (
  region_code text not null,
  settlement_code text not null,
  operator_code text references operator (code),
  technology text,
  quarter text check (quarter ~ '^\d{4}-Q[1-4]$'),
  unserved boolean not null,
  pinned_by text not null,
  pinned_on date not null,
  -- The sequence of the region's change that last wrote it.
  version bigint not null,
  primary key (region_code, settlement_code),
  foreign key (region_code, settlement_code) references settlement (region_code, code) on delete cascade,
  check (unserved = (operator_code is null and technology is null and quarter is null))
);
