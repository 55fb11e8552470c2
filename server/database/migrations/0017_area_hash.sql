-- The name in the record of changes, and in `shape`, of the polygon that a
-- settlement is given as; null of one that is a point.
alter table settlement add column area_hash text;
