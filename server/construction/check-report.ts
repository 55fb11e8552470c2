import type { Party } from '../assignments/stages.ts';
import type { Attachment } from '../attachments/schema.ts';
import { forbidden } from '../http/problem.ts';
import type { BlockerRow, InspectionRow } from './queries.ts';
import { refused } from './refuse.ts';
import type { ConstructionRules, Milestone, ProgressReport } from './schema.ts';

/** What a report is held against. */
export interface Against {
  party: Party;
  /** The company of who reports; null is the ministry. */
  company: string | null;
  /** The day on which it was written. */
  writtenOn: string;
  today: string;
  /** As they stand. */
  milestones: readonly Milestone[];
  blockers: readonly BlockerRow[];
  inspections: readonly InspectionRow[];
  /** Those of the assignment that exist. */
  attachments: readonly Attachment[];
  rules: ConstructionRules;
}

/** Throws the first refusal of a report that cannot be so. */
export function checkReport(report: ProgressReport, against: Against): void {
  checkContent(report, against);
  for (const [i, told] of report.milestones.entries()) checkMilestone(told, `milestones.${i}`, report, against);
  checkBlockers(report, against);
  checkAttachments(report, against);
  if (report.step === 'report-operational') checkProof(report, against);
}

function checkContent(report: ProgressReport, { party }: Against): void {
  const { milestones, blockers, removed, tests, attachments, note, step } = report;
  if (step === null && note === '' && [milestones, blockers, removed, tests, attachments].every(isEmpty)) {
    throw refused('nothing-told', 'input', 'the report tells nothing. Name what is new, or write a note.');
  }
  for (const [where, names] of [
    ['milestones', milestones.map(({ kind }) => kind)],
    ['blockers', blockers.map(({ id }) => id)],
    ['removed', removed.map(({ id }) => id)],
  ] as const) {
    const twice = names.find((name, i) => (names as string[]).indexOf(name) < i);
    if (twice !== undefined) throw refused('named-twice', where, `${twice} is named twice. Name each once.`);
  }
  if (party === 'operator') return;
  if (step !== null) throw forbidden('operator', ['operator']);
  if (!isEmpty(blockers) || !isEmpty(tests)) {
    throw refused(
      'for-the-operator',
      isEmpty(blockers) ? 'tests' : 'blockers',
      'the operator tells what holds up its work and tests its service; the ministry inspects.',
    );
  }
}

const isEmpty = (list: readonly unknown[]) => list.length === 0;

/** No network of ours is older, none is planned further. */
const firstDay = '2000-01-01';
const lastDay = '2099-12-31';

function checkDate(date: string, where: string): void {
  if (date >= firstDay && date <= lastDay) return;
  throw refused('date-impossible', where, `${date} is not between ${firstDay} and ${lastDay}. Correct the year.`);
}

function checkPast(date: string, where: string, today: string): void {
  checkDate(date, where);
  if (date <= today) return;
  throw refused('actual-in-future', where, `${date} is yet to come; today is ${today}. Give a forecast instead.`);
}

function checkMilestone(
  told: ProgressReport['milestones'][number],
  where: string,
  report: ProgressReport,
  { party, milestones, writtenOn, today }: Against,
): void {
  const { kind, forecast, actual, reason } = told;
  const stands = milestones.find((milestone) => milestone.kind === kind)!;
  if ((stands.owedBy === 'operator') !== (party === 'operator')) {
    throw refused('owed-by-another', where, `${kind} is owed by the ${stands.owedBy}, which reports it itself.`);
  }
  if (typeof actual === 'string') checkPast(actual, `${where}.actual`, today);
  if (kind === 'on-air' && typeof actual === 'string' && report.step !== 'report-operational') {
    throw refused(
      'on-air-needs-proof',
      `${where}.actual`,
      'that it is on air is reported with its proof: report-operational.',
    );
  }
  if (typeof forecast !== 'string' || forecast === stands.forecast) return;
  checkDate(forecast, `${where}.forecast`);
  if (typeof actual === 'string') return;
  if (forecast < writtenOn) {
    throw refused('forecast-past', `${where}.forecast`, `${forecast} is past. If it is done, give the actual date.`);
  }
  if (forecast > stands.planned && reason === undefined && stands.reason === null) {
    const detail = `${forecast} is later than planned, ${stands.planned}. Give the reason: a code and a text.`;
    throw refused('needs-reason', `${where}.reason`, detail);
  }
}

function checkBlockers({ blockers, removed }: ProgressReport, against: Against): void {
  for (const [i, { since }] of blockers.entries()) checkPast(since, `blockers.${i}.since`, against.today);
  const known = [...against.blockers, ...blockers.map((raised) => ({ ...raised, until: null }))];
  for (const [i, { id, until }] of removed.entries()) {
    const blocker = known.find((one) => one.id === id);
    const where = `removed.${i}`;
    if (blocker === undefined) throw refused('unknown-blocker', where, `there is no blocker ${id} of this commitment.`);
    // The ministry answers for what the state owed, and may put right the day on which it is said to have done it.
    const mayCorrect = against.party === 'planner' && blocker.owedBy !== 'operator';
    if (blocker.until !== null && !mayCorrect) {
      throw refused('blocker-removed', where, `it was removed on ${blocker.until} already.`);
    }
    checkPast(until, `${where}.until`, against.today);
    if (until < blocker.since) {
      throw refused('date-impossible', `${where}.until`, `${until} is before ${blocker.since}, when it began.`);
    }
  }
}

function checkAttachments({ attachments }: ProgressReport, { attachments: known, company }: Against): void {
  for (const [i, id] of attachments.entries()) {
    const theirs = known.some((attachment) => attachment.id === id && attachment.operatorCode === company);
    if (theirs) continue;
    const detail = `there is no attachment ${id} of yours to this commitment. Send the file first.`;
    throw refused('unknown-attachment', `attachments.${i}`, detail);
  }
}

/** That the service works must be proved, by what comes with the report itself. */
function checkProof(report: ProgressReport, { rules, attachments, milestones, inspections, writtenOn }: Against): void {
  const { photographs, tests } = rules.operational;
  const sent = new Set(report.attachments);
  const shown = attachments.filter(({ id, kind }) => kind === 'photograph' && sent.has(id)).length;
  if (shown < photographs) {
    throw refused('needs-photographs', 'attachments', `${photographs} photographs are needed, ${shown} are named.`);
  }
  if (report.tests.length < tests) {
    throw refused('needs-tests', 'tests', `${tests} speed tests are needed, ${report.tests.length} came.`);
  }
  const after = (kind: string) => report.milestones.find((told) => told.kind === kind)?.actual;
  const onAir = after('on-air') ?? writtenOn;
  for (const { kind, owedBy, actual } of milestones) {
    const done = after(kind) === undefined ? actual : after(kind);
    if (owedBy !== 'operator' || kind === 'on-air' || typeof done !== 'string' || done <= onAir) continue;
    throw refused('on-air-before-works', 'milestones', `on air on ${onAir}, but ${kind} only on ${done}. Correct one.`);
  }
  const failed = inspections.filter(({ passed }) => !passed).map(({ inspectedOn }) => inspectedOn);
  const last = failed.toSorted().at(-1);
  if (last !== undefined && onAir < last) {
    const detail = `on air on ${onAir}, but on ${last} an inspection found it not working. Give the day on which it was mended.`;
    throw refused('before-inspection', 'milestones', detail);
  }
}
