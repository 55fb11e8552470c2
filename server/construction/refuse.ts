import { Problem } from '../http/problem.ts';

/** Why something told of building is refused; the client words each. */
export type RefusalCode =
  | 'nothing-told'
  | 'named-twice'
  | 'owed-by-another'
  | 'for-the-operator'
  | 'date-impossible'
  | 'actual-in-future'
  | 'forecast-past'
  | 'needs-reason'
  | 'on-air-needs-proof'
  | 'on-air-before-works'
  | 'before-inspection'
  | 'before-on-air'
  | 'needs-photographs'
  | 'needs-tests'
  | 'unknown-attachment'
  | 'unknown-blocker'
  | 'blocker-removed'
  | 'blocker-decided'
  | 'not-owed-by-state'
  | 'not-from-this-stage'
  | 'id-taken';

/** What was sent cannot be so, wherever and whenever: `where` is the path to the value. */
export const refused = (refusal: RefusalCode, where: string, detail: string) =>
  new Problem(422, 'Refused', `${where}: ${detail}`, { refusal, where });

/** What was sent does not fit what stands now. */
export const conflicting = (refusal: RefusalCode, detail: string, more: object = {}) =>
  new Problem(409, 'Cannot be done now', detail, { refusal, ...more });
