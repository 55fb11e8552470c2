-- What deputies ask, and what they are answered.

-- region_code is '*' of an inquiry about the whole country.
create table inquiry (
  region_code text not null,
  -- The sequence of the change that asked it: with the region's code, what people quote.
  number bigint not null,
  subject text not null check (subject in ('country', 'region', 'district', 'settlement', 'assignment')),
  district_code text,
  settlement_code text,
  assignment_number integer,
  -- The figure that it is about, as the deputy saw it.
  figure text,
  addressee text not null check (addressee in ('ministry', 'operator')),
  operator_code text references operator (code),
  question text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_on date not null,
  due_on date not null,
  answered_on date,
  outcome text check (outcome in ('satisfied', 'not-satisfied', 'withdrawn')),
  outcome_text text,
  outcome_on date,
  version bigint not null,
  primary key (region_code, number),
  check ((addressee = 'operator') = (operator_code is not null)),
  check ((outcome is null) = (outcome_on is null)),
  check ((settlement_code is not null) = (subject in ('settlement', 'assignment'))),
  check ((assignment_number is not null) = (subject = 'assignment')),
  check ((district_code is not null) = (subject = 'district'))
);

create index inquiry_asked on inquiry (asked_on desc, region_code, number);

create table inquiry_answer (
  region_code text not null,
  inquiry_number bigint not null,
  number integer not null check (number > 0),
  party text not null check (party in ('ministry', 'operator')),
  -- Whose answer it is, and who may read it besides the deputies and the ministry; null is none.
  operator_code text references operator (code),
  text text not null,
  answered_by text not null,
  answered_by_name text not null,
  answered_on date not null,
  primary key (region_code, inquiry_number, number),
  foreign key (region_code, inquiry_number) references inquiry (region_code, number)
);
