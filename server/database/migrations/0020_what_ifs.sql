-- What-ifs that were saved: what was supposed, and what was found then. They belong to no region.
create table what_if (
  id uuid primary key,
  name text not null,
  -- As the address of the question has it.
  supposed jsonb not null,
  found jsonb not null,
  saved_by text not null,
  saved_by_name text not null,
  saved_on date not null
);
