-- Geometry that the record of changes names by the SHA-256 of its GeoJSON: kept
-- once, never changed, so that the record is enough to rebuild every table.
create table shape (
  hash text primary key,
  geojson text not null
);
