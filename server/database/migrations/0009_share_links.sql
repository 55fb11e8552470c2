-- Views that were shared with people who have no account.
create table share_link (
  id uuid primary key,
  -- The view's address: what is shown, with its filters and language.
  address text not null,
  -- The date as of which everything is shown; null is as it is.
  frozen_on date,
  -- The last day on which it opens.
  expires_on date not null,
  shared_by text not null,
  shared_on date not null,
  revoked_on date
);

create index share_link_shared_by on share_link (shared_by);
