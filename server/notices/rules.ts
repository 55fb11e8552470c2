// Who is told of what, for the server that tells and for the browser that offers the choice: pure.
import type { Role } from '../accounts/schema.ts';
import type { NoticeAbout, NoticeKind } from './schema.ts';

/** Something that people should be told, before it is known whom that concerns. */
export interface Fact {
  /** The same for the same fact, however often it is found. */
  id: string;
  kind: NoticeKind;
  about: NoticeAbout;
  audience: Audience;
}

/** Who is told. An operator hears only of what is of its own company, whatever else is said here. */
export interface Audience {
  company?: string;
  planners?: true;
  /** One person, other than of a company. */
  login?: string;
  /** The deputies who answer for this region. */
  deputiesOf?: string;
  /** Who did it knows already. */
  except?: string;
}

/** A person who may be told. */
export interface Reader {
  login: string;
  displayName: string;
  role: Role;
  operatorCode: string | null;
  /** A deputy's home region; null answers for the whole country. */
  regionCode: string | null;
}

const anyRegion = '*';

/** Is this person to be told? */
export function isFor(audience: Audience, reader: Reader): boolean {
  if (reader.login === audience.except) return false;
  if (reader.role === 'operator') return reader.operatorCode !== null && reader.operatorCode === audience.company;
  if (reader.login === audience.login) return true;
  if (reader.role === 'deputy') return audience.deputiesOf === (reader.regionCode ?? anyRegion);
  return audience.planners === true;
}

/** Is the person called upon by name? Then it cannot be turned off, and waits for no digest. */
export function isNamed(about: NoticeAbout, { displayName, login, role }: Reader): boolean {
  return role !== 'operator' && (about.officers ?? []).some((officer) => officer === displayName || officer === login);
}

/** Days that are left to answer when a reminder no longer waits for the digest. */
const lastDays = 1;

/** Time is short or has run out, and this person can do something about it. */
export function isUrgent(kind: NoticeKind, about: NoticeAbout, reader: Reader): boolean {
  if (kind === 'answer-wanted' || kind === 'challenge-wanted') return about.daysLeft! <= lastDays;
  if (kind === 'answer-overdue') return reader.role === 'operator' || isNamed(about, reader);
  return kind === 'inquiry-overdue' && reader.role !== 'deputy';
}

const ofInquiries: readonly NoticeKind[] = [
  'inquiry-asked',
  'inquiry-answered',
  'inquiry-concluded',
  'inquiry-overdue',
];

const ofPlanners: readonly NoticeKind[] = [
  'answer-overdue',
  'declined',
  'countered',
  'change-asked',
  'change-decided',
  'blocker-raised',
  'operational',
  ...ofInquiries,
  'challenge-answered',
  'challenge-undefended',
  'challenge-decided',
  'challenge-retracted',
];

/** The kinds that can come to a person of a role. */
export const kindsOf: Readonly<Record<Role, readonly NoticeKind[]>> = {
  planner: ofPlanners,
  administrator: ofPlanners,
  operator: [
    'schedule-sent',
    'answer-wanted',
    'answer-overdue',
    'counter-taken',
    'approved',
    'cancelled',
    'change-asked',
    'change-decided',
    'blocker-decided',
    'verified',
    'returned',
    ...ofInquiries,
    'challenge-raised',
    'challenge-wanted',
    'challenge-undefended',
    'challenge-decided',
    'challenge-retracted',
  ],
  deputy: [
    'inquiry-answered',
    'inquiry-overdue',
    'challenge-answered',
    'challenge-undefended',
    'challenge-decided',
    'overdue',
  ],
};

/** What is acted upon at the commitment itself. */
const atCommitment: ReadonlySet<NoticeKind> = new Set([
  'blocker-raised',
  'blocker-decided',
  'operational',
  'verified',
  'returned',
]);

/** Where a person of this role acts upon a notice: a path of this site. */
export function pathOf(kind: NoticeKind, about: NoticeAbout, role: Role): string {
  const { inquiry, challenge, place, operatorCode } = about;
  const path = (...parts: readonly (string | number)[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');
  if (inquiry !== undefined) return path('inquiries', inquiry.regionCode, inquiry.number);
  if (challenge !== undefined) return path('challenges', challenge.regionCode, challenge.number);
  if (place !== undefined && atCommitment.has(kind)) {
    return path('commitments', place.regionCode, place.code, place.number);
  }
  if (kind === 'overdue') return '/coverage?tab=overdue';
  return role === 'operator' ? '/' : `/schedules?operator=${encodeURIComponent(operatorCode!)}`;
}
