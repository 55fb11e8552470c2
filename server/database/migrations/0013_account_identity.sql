-- Who a person is to a sign-in service, by OpenID Connect; what they may do stands in their account alone.
create table account_identity (
  issuer text not null,
  subject text not null,
  login text not null references account (login),
  linked_at timestamptz not null,
  linked_by text not null,
  primary key (issuer, subject),
  unique (issuer, login)
);

create index account_mail on account (lower(mail)) where mail_trusted;
