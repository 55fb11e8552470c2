-- People, and the append-only record of what they did.

create table account (
  id uuid primary key,
  login text not null unique,
  display_name text not null,
  role text not null check (role in ('planner', 'operator', 'deputy', 'administrator')),
  operator_code text references operator (code),
  region_code text references region (code),
  password_hash text not null,
  created_at timestamptz not null,
  check ((role = 'operator') = (operator_code is not null))
);

-- The shape that connect-pg-simple reads and writes.
create table session (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);

create index session_expire on session (expire);

-- What the installation keeps for itself, such as the secret that signs its cookies.
create table installation (
  name text primary key,
  value text not null
);

-- The head of each region's chain. Locking a row orders the edits of a region.
-- '*' is the chain of what belongs to the whole country.
create table chain (
  region_code text primary key,
  sequence bigint not null,
  hash text not null
);

-- items: [{"entity", "key", "before", "after"}], null where the row did not or does not exist.
-- One action of a person has one row in each region that it touched; a large import has several.
create table change (
  region_code text not null references chain (region_code),
  sequence bigint not null,
  action_id uuid not null,
  made_at timestamptz not null,
  actor text not null,
  verb text not null,
  -- The action that this one takes back.
  undoes uuid,
  items jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (region_code, sequence)
);

create index change_action on change (action_id);
create index change_undoes on change (undoes) where undoes is not null;
create index change_made_at on change (made_at, action_id);
