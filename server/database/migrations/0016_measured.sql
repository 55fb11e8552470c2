-- Settlements may be given as polygons, whose coverage counts by share of their
-- area; `location` is then a point inside. Measurements say how they were taken.
-- What they amount to stands beside the status that they led to.

alter table settlement add column area geometry(MultiPolygon, 4326);
create index settlement_area on settlement using gist (area) where area is not null;

-- What the speeds of a measurement are (mean or median), how much the tests
-- differ and how well their place is known: {"summary", "spread", "accuracy"}.
alter table evidence add column sampling jsonb;

-- The share of a polygon's area that is high-speed; what tests amount to, and
-- which claims are contradicted, as lists, null where they are empty; and
-- whether tests show service that nobody claims.
alter table assessment add column covered double precision;
alter table assessment add column measured json;
alter table assessment add column contradictions json;
alter table assessment add column unclaimed boolean not null default false;
create index assessment_contradicted on assessment (region_code) where contradictions is not null;
create index assessment_unclaimed on assessment (region_code) where unclaimed;
