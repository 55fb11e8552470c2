import type { Assignment } from '../../server/assignments/schema.ts';
import type { AttachmentKind } from '../../server/attachments/schema.ts';
import type { InspectionRequest, ProgressReport } from '../../server/construction/schema.ts';
import type { Names } from '../../server/places/schema.ts';
import { now } from '../store/clock.ts';
import type { Problem } from '../store/problem.ts';

/** Where what can be told is sent to. */
export const addresses = { report: '/api/progress-reports', inspection: '/api/inspections' } as const;
export type Told = keyof typeof addresses;

const seenFields = [
  'regionCode',
  'code',
  'number',
  'version',
  'stage',
  'technology',
  'startQuarter',
  'finishQuarter',
] as const;

/** An assignment as the person saw it, with no more than is needed to compare: the telephone may be shared. */
export type Seen = Pick<Assignment, (typeof seenFields)[number]>;

export const seenOf = (assignment: Assignment): Seen =>
  Object.fromEntries(seenFields.map((field) => [field, assignment[field]])) as Seen;

/** `region:code:number` */
export const commitmentOf = ({ regionCode, code, number }: Pick<Seen, 'regionCode' | 'code' | 'number'>): string =>
  `${regionCode}:${code}:${number}`;

/** A file of an entry; its bytes lie beside it, under its id. */
export interface HeldFile {
  id: string;
  kind: AttachmentKind;
  fileName: string;
  /** The service has it. */
  sent: boolean;
}

/** Why the service did not take an entry. */
export interface Refusal {
  status: number;
  /** What the service calls it, where it does. */
  code: string | null;
  /** The path to the value that it is about. */
  where: string | null;
  detail: string;
  requestId: string | null;
  /** The assignment as it is now, where somebody changed it. */
  present: Seen | null;
}

/** What is sent, but for the version of the assignment. */
export type Body = Omit<ProgressReport, 'version'> | Omit<InspectionRequest, 'version'>;

/** Something to be told, from its first letter until the service has it. */
export interface Entry {
  /** Also the id under which it is sent: sent twice, it is taken once. */
  id: string;
  /** Whose it is: nobody else's session ever sends it. */
  login: string;
  told: Told;
  /** A draft is being written; what is refused waits for the person. */
  state: 'draft' | 'waiting' | 'refused';
  names: Names;
  seen: Seen;
  /** The form as it stands. */
  draft: unknown;
  /** Made when the draft is done; null before. */
  body: Body | null;
  files: readonly HeldFile[];
  refusal: Refusal | null;
  /** ISO date and time: when it was begun; once it is done, when it was. */
  writtenAt: string;
}

/**
 * Now, ISO date and time, or later than all of these were written: they are sent in that order,
 * and the clock of a device may be put back.
 */
export function momentAfter(entries: readonly Pick<Entry, 'writtenAt'>[]): string {
  const times = entries.map(({ writtenAt }) => Date.parse(writtenAt) + 1);
  return new Date(Math.max(now().getTime(), ...times)).toISOString();
}

/** Is it the service that says no? What stands between may say so too, and then it is only tried again. */
export function refusalOf(problem: Problem): Refusal | null {
  const { status, refusalCode, where, detail, requestId, present } = problem;
  const mayPassLater = status === 401 || status === 408 || status === 425 || status === 429;
  if (status < 400 || status >= 500 || mayPassLater || requestId === null || problem.missing !== null) return null;
  const changed = status === 409 && refusalCode === null && present !== null;
  return {
    status,
    code: refusalCode,
    where,
    detail,
    requestId,
    present: changed ? seenOf(present as Assignment) : null,
  };
}
