import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Role } from '../../server/accounts/schema.ts';
import { Confidence, Reason, Status } from '../../server/assessment/schema.ts';
import { ConflictCode, ReasonCode, Stage } from '../../server/assignments/schema.ts';
import { ChallengeOutcome, ChallengeState, StatementStep } from '../../server/challenges/schema.ts';
import { Verb } from '../../server/changes/schema.ts';
import { MilestoneKind, OwingParty, Standing } from '../../server/construction/schema.ts';
import { EvidenceKind } from '../../server/coverage/schema.ts';
import { FileFault, RejectReason, SourceKind, WarningCode } from '../../server/imports/schema.ts';
import { InquiryState, Outcome } from '../../server/inquiries/schema.ts';
import { NoticeKind } from '../../server/notices/schema.ts';
import { Obstacle } from '../../server/planning/answers/schema.ts';
import { ParameterCode, ParameterUnit, PlanTechnology } from '../../server/planning/parameters/schema.ts';
import { UnservedReason } from '../../server/planning/plans/schema.ts';
import { PlanProblemCode } from '../../server/planning/requests/schema.ts';
import { ScenarioState } from '../../server/planning/scenarios/schema.ts';
import { ScheduleState } from '../../server/schedules/schema.ts';

// Whatever the service may say as a code has words; that all languages have the same keys is held by messages.test.ts.
const root = join(import.meta.dirname, '../..');
const i18n = join(root, 'client/i18n');
const parts = readdirSync(i18n).filter((name) => /^(\w+-)?en\.ts$/.test(name));
const worded = new Set(
  (await Promise.all(parts.map((name) => import(join(i18n, name))))).flatMap(({ en }) => Object.keys(en)),
);

test.each(
  Object.entries({
    'challenge-decide': ChallengeOutcome,
    'challenge-outcome': ChallengeOutcome,
    'challenge-state': ChallengeState,
    'challenge-step': StatementStep,
    confidence: Confidence,
    conflict: ConflictCode,
    'import-kind': SourceKind,
    'inquiry-outcome': Outcome,
    'inquiry-state': InquiryState,
    kind: EvidenceKind,
    milestone: MilestoneKind,
    'notice-kind': NoticeKind,
    parameter: ParameterCode,
    'parameter-unit': ParameterUnit,
    party: OwingParty,
    'plan-obstacle': Obstacle,
    'plan-problem': PlanProblemCode,
    'plan-technology': PlanTechnology,
    reason: Reason,
    'reason-code': ReasonCode,
    refused: FileFault,
    reject: RejectReason,
    role: Role,
    'scenario-state': ScenarioState,
    'schedule-state': ScheduleState,
    stage: Stage,
    standing: Standing,
    status: Status,
    'unserved-reason': UnservedReason,
    verb: Verb,
    warning: WarningCode,
  }),
)('every %s has words', (prefix, { options }) => {
  expect(options.filter((option) => !worded.has(`${prefix}.${option}`))).toEqual([]);
});

test('every refusal of the service has words', () => {
  const files = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' });
  const source = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'server', name), 'utf8'))
    .join('\n');
  const ofBuilding = /type RefusalCode =([^;]+);/.exec(
    readFileSync(join(root, 'server/construction/refuse.ts'), 'utf8'),
  )!;
  const codes = [
    ...[...source.matchAll(/\brefusal: '([a-z-]+)'/g)].map(([, code]) => code),
    ...[...source.matchAll(/\brefused\('([a-z-]+)', '/g)].map(([, code]) => code),
    ...[...ofBuilding[1].matchAll(/'([a-z-]+)'/g)].map(([, code]) => code),
  ];
  expect(codes).toContain('version-decided');
  expect(codes.filter((code) => !worded.has(`problem.${code}`) && !worded.has(`refusal.${code}`))).toEqual([]);
});
