-- Files that prove something of an assignment. Their bytes lie in a store, named by id and hash.
create table attachment (
  region_code text not null,
  id uuid not null,
  settlement_code text not null,
  number integer not null,
  kind text not null check (kind in ('photograph', 'document')),
  -- The company whose it is; null is the ministry's own.
  operator_code text references operator (code),
  media_type text not null,
  file_name text not null,
  bytes integer not null,
  -- SHA-256 of what is kept, and of what was sent: a photograph is drawn anew.
  hash text not null,
  sent_hash text not null,
  width integer,
  height integer,
  sent_by text not null,
  sent_on date not null,
  primary key (region_code, id),
  foreign key (region_code, settlement_code) references settlement (region_code, code)
);

create index attachment_id on attachment (id);
create index attachment_assignment on attachment (region_code, settlement_code, number);
