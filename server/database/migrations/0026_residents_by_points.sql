-- Where in a settlement its people live, of one that is given as a polygon: the name, in `shape`, of a MultiPoint whose
-- heights are residents. Its coverage then counts by share of residents; else by share of its area.
alter table settlement add column residents_hash text;

alter table assessment add column covered_by text check (covered_by in ('area', 'residents'));
update assessment set covered_by = 'area' where covered is not null;
