-- The district that a deputy answers for first, of the home region. Places belong to the country, not to an account.
alter table account add column district_code text;
