import type { Assignment, AssignmentKey } from '../assignments/schema.ts';
import type { Change, ChangeItem, Verb } from '../changes/schema.ts';
import type { Challenge } from '../challenges/schema.ts';
import type { Inquiry, InquiryAnswer } from '../inquiries/schema.ts';
import type { ChangeRequest } from '../change-requests/schema.ts';
import type { Audience, Fact } from './rules.ts';
import type { NoticeAbout, NoticeKind } from './schema.ts';

/** What a verb tells of the assignments that it took to a stage, and to whom. */
const ofSteps: Partial<Record<Verb, { kind: NoticeKind; stage: Assignment['stage']; to: 'operator' | 'planners' }>> = {
  send: { kind: 'schedule-sent', stage: 'proposed', to: 'operator' },
  'propose-again': { kind: 'schedule-sent', stage: 'proposed', to: 'operator' },
  decline: { kind: 'declined', stage: 'declined', to: 'planners' },
  counter: { kind: 'countered', stage: 'countered', to: 'planners' },
  'take-counter': { kind: 'counter-taken', stage: 'accepted', to: 'operator' },
  approve: { kind: 'approved', stage: 'approved', to: 'operator' },
  cancel: { kind: 'cancelled', stage: 'cancelled', to: 'operator' },
  'report-operational': { kind: 'operational', stage: 'operational', to: 'planners' },
  verify: { kind: 'verified', stage: 'verified', to: 'operator' },
  return: { kind: 'returned', stage: 'returned', to: 'operator' },
};

/** The verbs that people are told of: the others need not be read. */
export const tellingVerbs: readonly Verb[] = [
  ...(Object.keys(ofSteps) as Verb[]),
  'escalate',
  'start-construction',
  'ask-change',
  'accept-change',
  'refuse-change',
  'report',
  'decide-blocker',
  'ask',
  'answer',
  'conclude',
  'challenge',
  'rebut',
  'concede',
  'retract',
  'uphold',
  'dismiss',
  'reverse-decision',
];

/** What one action did: in one region as it is recorded, then in all of them together. */
type Done = Pick<Change, 'actionId' | 'actor' | 'verb' | 'items'>;

/** What people should be told of these changes: of each action one fact for each company that it concerns. */
export function factsOf(changes: readonly Done[]): Fact[] {
  const actions = new Map<string, Done>();
  for (const { actionId, actor, verb, items } of changes) {
    const before = actions.get(actionId)?.items ?? [];
    actions.set(actionId, { actionId, actor, verb, items: [...before, ...items] });
  }
  return [...actions.values()].flatMap((action) => [
    ...ofStep(action),
    ...ofEscalation(action),
    ...ofChangeRequests(action),
    ...ofBlockers(action),
    ...ofInquiries(action),
    ...ofChallenges(action),
  ]);
}

const afterOf = <Row>({ after }: ChangeItem): Row => after as Row;

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}

/** How many settlements, and which where it is one. */
function settlements(rows: readonly AssignmentKey[]): Pick<NoticeAbout, 'settlements' | 'place'> {
  const places = new Map(
    rows.map(({ regionCode, code, number }) => [`${regionCode} ${code}`, { regionCode, code, number }]),
  );
  const [place] = places.values();
  return places.size === 1 ? { settlements: 1, place } : { settlements: places.size };
}

const sides = (to: 'operator' | 'planners', company: string): Audience =>
  to === 'operator' ? { company } : { planners: true };

const written = <Row>({ items }: Done, entity: ChangeItem['entity']): Row[] =>
  items.filter((item) => item.entity === entity && item.after !== null).map((item) => afterOf<Row>(item));

function ofStep(action: Done): Fact[] {
  const told = ofSteps[action.verb];
  if (told === undefined) return [];
  const moved = written<Assignment>(action, 'assignment').filter(({ stage }) => stage === told.stage);
  return grouped(moved, ({ operatorCode }) => operatorCode).map(([operatorCode, rows]) => ({
    id: `${told.kind} ${action.actionId} ${operatorCode}`,
    kind: told.kind,
    about: {
      operatorCode,
      ...settlements(rows),
      ...(told.stage === 'proposed' && { dueOn: rows[0].answerDueOn! }),
    },
    audience: { ...sides(told.to, operatorCode), except: action.actor },
  }));
}

/** The clock ran out: the same fact however many looks it took to call upon the officers. */
function ofEscalation(action: Done): Fact[] {
  if (action.verb !== 'escalate') return [];
  const late = written<Assignment>(action, 'assignment');
  return grouped(late, ({ operatorCode, answerDueOn }) => `${operatorCode} ${answerDueOn}`).map(([key, rows]) => ({
    id: `answer-overdue ${key}`,
    kind: 'answer-overdue',
    about: {
      operatorCode: rows[0].operatorCode,
      ...settlements(rows),
      dueOn: rows[0].answerDueOn!,
      officers: [...new Set(rows.flatMap(({ escalatedTo }) => escalatedTo || []))],
    },
    audience: { company: rows[0].operatorCode, planners: true },
  }));
}

function ofChangeRequests(action: Done): Fact[] {
  const requests = written<ChangeRequest>(action, 'change-request');
  return grouped(requests, ({ operatorCode, party, state }) => `${operatorCode} ${party} ${state}`).map(
    ([key, rows]): Fact => {
      const { operatorCode, party, state, askedBy } = rows[0];
      const asked = state === 'open';
      const about = { operatorCode, ...settlements(rows), ...(!asked && { accepted: state === 'accepted' }) };
      const kind = asked ? 'change-asked' : 'change-decided';
      const audience = asked
        ? sides(party === 'operator' ? 'planners' : 'operator', operatorCode)
        : { company: operatorCode, login: askedBy };
      return { id: `${kind} ${action.actionId} ${key}`, kind, about, audience: { ...audience, except: action.actor } };
    },
  );
}

/** A blocker as it is recorded, as far as it matters here. */
interface RecordedBlocker {
  operatorCode: string;
  decision: 'confirmed' | 'refused' | null;
}

function ofBlockers(action: Done): Fact[] {
  return action.items.flatMap((item): Fact[] => {
    if (item.entity !== 'blocker' || item.after === null) return [];
    const { operatorCode, decision } = afterOf<RecordedBlocker>(item);
    const raised = item.before === null;
    if (!raised && (decision === null || item.before!.decision === decision)) return [];
    const { regionCode, settlementCode, number, id } = item.key;
    const place = { regionCode: String(regionCode), code: String(settlementCode), number: Number(number) };
    const about = { operatorCode, settlements: 1, place };
    const except = action.actor;
    return raised
      ? [{ id: `blocker-raised ${id}`, kind: 'blocker-raised', about, audience: { planners: true, except } }]
      : [
          {
            id: `blocker-decided ${action.actionId} ${id}`,
            kind: 'blocker-decided',
            about: { ...about, accepted: decision === 'confirmed' },
            audience: { company: operatorCode, except },
          },
        ];
  });
}

function ofInquiries(action: Done): Fact[] {
  const [inquiry] = written<Inquiry>(action, 'inquiry');
  if (inquiry === undefined) return [];
  const { regionCode, number, addressee, operatorCode, askedBy, dueOn } = inquiry;
  const about = { inquiry: { regionCode, number }, dueOn };
  const key = `${regionCode}/${number}`;
  const except = action.actor;
  const addressed = sides(addressee === 'operator' ? 'operator' : 'planners', operatorCode ?? '');
  if (action.verb === 'ask') {
    return [{ id: `inquiry-asked ${key}`, kind: 'inquiry-asked', about, audience: { ...addressed, except } }];
  }
  if (action.verb === 'conclude') {
    return [{ id: `inquiry-concluded ${key}`, kind: 'inquiry-concluded', about, audience: { ...addressed, except } }];
  }
  const [answer] = written<InquiryAnswer>(action, 'inquiry-answer');
  if (answer === undefined) return [];
  // Only of an answer that the company may read is it told.
  const company = answer.operatorCode === operatorCode ? (operatorCode ?? undefined) : undefined;
  const audience: Audience = { login: askedBy, planners: true, company, except };
  return [{ id: `inquiry-answered ${key} ${answer.number}`, kind: 'inquiry-answered', about, audience }];
}

/** The same shape of a fact for each step of a challenge: raised, answered, withdrawn, decided, decided otherwise. */
function ofChallenges(action: Done): Fact[] {
  const [challenge] = written<Challenge>(action, 'challenge');
  if (challenge === undefined) return [];
  const { regionCode, number, operatorCode, raisedBy, dueOn, outcome, answer, version } = challenge;
  const settlements = new Set(
    action.items.flatMap(({ entity, key }) => (entity === 'challenge-claim' ? key.settlementCode : [])),
  ).size;
  const about: NoticeAbout = { challenge: { regionCode, number }, operatorCode, dueOn };
  const key = `${regionCode}/${number}`;
  const except = action.actor;
  if (outcome === 'retracted') {
    const audience: Audience = { company: operatorCode, planners: true, except };
    return [{ id: `challenge-retracted ${key}`, kind: 'challenge-retracted', about, audience }];
  }
  if (outcome !== null) {
    const audience: Audience = { company: operatorCode, login: raisedBy, except };
    const decided: NoticeAbout = { ...about, accepted: outcome === 'upheld' };
    return [{ id: `challenge-decided ${key} ${version}`, kind: 'challenge-decided', about: decided, audience }];
  }
  if (answer !== null) {
    const audience: Audience = { login: raisedBy, planners: true, except };
    const answered: NoticeAbout = { ...about, accepted: answer === 'conceded' };
    return [{ id: `challenge-answered ${key}`, kind: 'challenge-answered', about: answered, audience }];
  }
  const audience: Audience = { company: operatorCode, except };
  return [{ id: `challenge-raised ${key}`, kind: 'challenge-raised', about: { ...about, settlements }, audience }];
}
