import { inquiryStates, readFilters, readPath, writeFilters } from '../../client/inquiries/address.ts';
import { askAddress, readDraft, requestOf, subjectOf } from '../../client/inquiries/draft.ts';
import { outcomes } from '../../client/inquiries/outcome-form.tsx';
import { Ask, InquiryState, Outcome } from '../../server/inquiries/schema.ts';

test('the words to choose from are those of the wire', () => {
  expect([inquiryStates, outcomes]).toEqual([InquiryState.options, Outcome.options]);
});

test.each([
  ['/inquiries', { page: 'list' }],
  ['/inquiries/', { page: 'list' }],
  ['/inquiries/new', { page: 'ask' }],
  ['/inquiries/west/12', { page: 'one', key: { regionCode: 'west', number: 12 } }],
  ['/inquiries/*/3', { page: 'one', key: { regionCode: '*', number: 3 } }],
  ['/inquiries/%D0%B0%2Fb/3', { page: 'one', key: { regionCode: 'а/b', number: 3 } }],
  ['/inquiries/west/one', { page: 'list' }],
])('the path %s is %j', (path, place) => {
  expect(readPath(path)).toEqual(place);
});

test('filters are what the address says; what it says wrongly is not said', () => {
  expect(readFilters('?state=overdue&region=west&settlement=a&operator=north')).toEqual({
    state: 'overdue',
    region: 'west',
    settlement: 'a',
    operator: 'north',
  });
  expect(writeFilters(readFilters('?state=late&region=west'))).toBe('?region=west');
  expect(writeFilters(readFilters(''))).toBe('');
});

const nowhere = { regionCode: null, districtCode: null };
const east = { regionCode: 'east', districtCode: null };
const subject = (query: string, home: Parameters<typeof readDraft>[1] = nowhere) => subjectOf(readDraft(query, home));

test.each([
  ['', { subject: 'country' }],
  ['?region=west', { subject: 'region', regionCode: 'west' }],
  ['?region=west&district=w1', { subject: 'district', regionCode: 'west', districtCode: 'w1' }],
  ['?region=west&settlement=a', { subject: 'settlement', regionCode: 'west', settlementCode: 'a' }],
  [
    '?region=west&settlement=a&number=2',
    { subject: 'assignment', regionCode: 'west', settlementCode: 'a', assignmentNumber: 2 },
  ],
  ['?settlement=a&number=2', { subject: 'country' }],
])('the form at %j asks about %j', (query, about) => {
  expect(subject(query)).toEqual(about);
});

test('a deputy who names nothing asks about the place that they answer for; a figure of the country stays of the country', () => {
  expect(subject('', east)).toEqual({ subject: 'region', regionCode: 'east' });
  expect(subject('', { ...east, districtCode: 'e1' })).toEqual({
    subject: 'district',
    regionCode: 'east',
    districtCode: 'e1',
  });
  expect(subject('?region=west', { ...east, districtCode: 'e1' })).toEqual({ subject: 'region', regionCode: 'west' });
  expect(subject('?figure=82%25', east)).toEqual({ subject: 'country' });
});

test('a commitment is asked of its operator, all else of the ministry', () => {
  expect(readDraft('?region=west&settlement=a&number=1', nowhere).addressee).toBe('operator');
  expect(readDraft('?region=west&settlement=a', nowhere).addressee).toBe('ministry');
});

test('what the form sends is what the service takes', () => {
  const address = askAddress({ region: 'west', district: '', figure: '82 % of residents' });
  expect(address).toBe('/inquiries/new?region=west&figure=82+%25+of+residents');
  const draft = { ...readDraft(address.split('new')[1], nowhere), question: 'Why?', operator: 'north' };
  expect(Ask.parse(requestOf(draft))).toEqual({
    about: { subject: 'region', regionCode: 'west' },
    figure: '82 % of residents',
    addressee: 'ministry',
    operatorCode: null,
    question: 'Why?',
    within: { days: 30, kind: 'calendar' },
  });
});
