-- What is known of service, and what it amounts to.

create table operator (
  code text primary key,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  -- Settlements that the operator can bring into service in one quarter; null is no limit.
  quarterly_capacity integer check (quarterly_capacity >= 0)
);

-- The goal in force: who counts, by which profile of service, and until when.
create table programme (
  code text primary key,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  population_threshold integer not null check (population_threshold >= 0),
  profile jsonb not null,
  target_date date,
  generated boolean not null
);

-- A piece of evidence stands once in each region whose extent it touches, so
-- that it is joined to settlements on region_code. Exactly one of these places it:
--   geometry is a polygon                         an area, its edge included
--   geometry is a point, radius_m is not null     a circle of exact geodesic radius
--   geometry is a point, radius_m is null         a point that was measured
--   settlement_code is not null                   that settlement
create table evidence (
  region_code text not null references region (code),
  id uuid not null,
  kind text not null check (kind in ('claim', 'measurement', 'inspection', 'register')),
  operator_code text references operator (code),
  technology text,
  download_mbps double precision check (download_mbps >= 0),
  upload_mbps double precision check (upload_mbps >= 0),
  latency_ms double precision check (latency_ms >= 0),
  tests integer check (tests >= 0),
  devices integer check (devices >= 0),
  observed_on date,
  settlement_code text,
  geometry geometry(Geometry, 4326),
  radius_m double precision check (radius_m > 0),
  -- The box that holds the area or circle: what the index is asked for.
  extent geometry(Polygon, 4326),
  dataset text not null,
  source_line integer,
  import_id uuid references import (id),
  version bigint not null,
  primary key (region_code, id),
  check ((settlement_code is null) <> (geometry is null)),
  check ((geometry is null) = (extent is null))
);

create index evidence_extent on evidence using gist (extent);
create index evidence_settlement on evidence (region_code, settlement_code) where settlement_code is not null;
create index evidence_dataset on evidence (dataset);

create table assessment (
  region_code text not null,
  settlement_code text not null,
  status text not null check (status in ('served', 'underserved', 'unserved', 'contested', 'unknown')),
  flagged boolean not null,
  reason text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low', 'none')),
  best_kind text,
  best_operator_code text,
  best_technology text,
  best_download_mbps double precision,
  best_upload_mbps double precision,
  best_latency_ms double precision,
  deciding uuid[] not null,
  missing text[] not null,
  assessed_on date not null,
  primary key (region_code, settlement_code),
  foreign key (region_code, settlement_code) references settlement (region_code, code) on delete cascade
);
