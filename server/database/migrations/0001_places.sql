-- The administrative ladder and the settlements that are planned for.
-- region_code leads every key of the tables that grow, so that the same
-- statements run on one server or on a cluster sharded by region.

create extension if not exists postgis;

create table region (
  code text primary key,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  boundary geometry(MultiPolygon, 4326)
);

-- One file that was loaded: the provenance of every row that came of it.
create table import (
  id uuid primary key,
  kind text not null,
  dataset text not null,
  file_name text not null,
  file_hash text not null,
  file_bytes bigint not null,
  source text not null,
  licence text not null,
  dated date,
  rows_read integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  removed integer not null,
  rejected integer not null,
  actor text not null,
  loaded_at timestamptz not null
);

-- The rungs of the ladder below the region, as the classifier names them.
create table place (
  region_code text not null references region (code),
  code text not null,
  level text not null check (level in ('district', 'okrug', 'settlement')),
  parent_code text not null,
  type_code text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  boundary geometry(MultiPolygon, 4326),
  import_id uuid references import (id),
  primary key (region_code, code)
);

create index place_boundary on place using gist (boundary);

-- version is the sequence, in the region's record of changes, of the change
-- that last wrote the row.
create table settlement (
  region_code text not null references region (code),
  code text not null,
  district_code text,
  kind text not null check (kind in ('city', 'town', 'village', 'hamlet', 'other')),
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  population integer check (population between 0 and 100000000),
  population_source text,
  population_date date,
  location geometry(Point, 4326) not null,
  version bigint not null,
  import_id uuid references import (id),
  primary key (region_code, code)
);

create index settlement_location on settlement using gist (location);
create index settlement_district on settlement (region_code, district_code);
