-- Secret addresses by which a calendar follows the deadlines of a company. Of the token only the hash is kept.
create table calendar_feed (
  id uuid primary key,
  operator_code text not null references operator (code),
  -- Whose it is: it opens as long as this account is of the company.
  made_by text not null,
  made_on date not null,
  token_hash text not null unique,
  revoked_on date
);

create index calendar_feed_made_by on calendar_feed (made_by);
