-- The networks of operators, after the Open Fibre Data Standard: where links to settlements can begin.

create table network_node (
  region_code text not null references region (code),
  id uuid not null,
  operator_code text not null references operator (code),
  name text not null,
  -- Null is unknown: no link begins there.
  status text check (status in ('proposed', 'planned', 'underConstruction', 'operational', 'decommissioned', 'inactive')),
  ready_on date,
  location geometry(Point, 4326) not null,
  -- What links that begin here can be.
  technologies text[] not null,
  dataset text not null,
  import_id uuid references import (id),
  -- The sequence of the region's change that last wrote it.
  version bigint not null,
  primary key (region_code, id)
);

create index network_node_location on network_node using gist (location);

-- A span stands in the region where its route begins.
create table network_span (
  region_code text not null references region (code),
  id uuid not null,
  operator_code text not null references operator (code),
  name text not null,
  status text check (status in ('proposed', 'planned', 'underConstruction', 'operational', 'decommissioned', 'inactive')),
  ready_on date,
  -- The nodes at its ends, where the file names them; they may stand in other regions, or come later.
  start_id uuid,
  end_id uuid,
  route geometry(LineString, 4326) not null,
  dataset text not null,
  import_id uuid references import (id),
  version bigint not null,
  primary key (region_code, id)
);

create index network_span_route on network_span using gist (route);
