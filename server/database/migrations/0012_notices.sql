-- What each person is told, in the product and by mail, and how they want it.

alter table account
  add column language text check (language in ('kk', 'ru', 'en')),
  add column mail text,
  -- An administrator wrote the address: it may be trusted to be the person's own.
  add column mail_trusted boolean not null default false,
  add column mail_digest boolean not null default true,
  add column mail_urgent boolean not null default true,
  -- Kinds of notices that the person has turned off.
  add column muted_product text[] not null default '{}',
  add column muted_mail text[] not null default '{}';

create table notice (
  login text not null references account (login),
  -- Made from what it is about: nobody is told the same twice.
  id text not null,
  kind text not null,
  made_at timestamptz not null,
  about jsonb not null,
  urgent boolean not null,
  shown boolean not null,
  read_at timestamptz,
  mail text not null check (mail in ('none', 'waiting', 'claimed', 'sent', 'refused')),
  mail_after timestamptz,
  mail_attempts integer not null default 0,
  primary key (login, id),
  check (mail <> 'waiting' or mail_after is not null)
);

create index notice_shown on notice (login, made_at desc, id) where shown;
create index notice_unread on notice (login) where shown and read_at is null;
create index notice_waiting on notice (mail_after) where mail = 'waiting';
