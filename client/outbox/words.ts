// How the outbox is worded, in the language of the page.
import type { MilestoneKind, ProgressReport } from '../../server/construction/schema.ts';
import { t } from '../i18n/index.ts';
import type { Entry, Refusal } from './entry.ts';

/** Refusals that are worded; each is a code of the service's. Held against them by a test. */
export const refusalCodes = [
  'nothing-told',
  'named-twice',
  'owed-by-another',
  'for-the-operator',
  'date-impossible',
  'actual-in-future',
  'forecast-past',
  'needs-reason',
  'on-air-needs-proof',
  'on-air-before-works',
  'before-inspection',
  'before-on-air',
  'needs-photographs',
  'needs-tests',
  'unknown-attachment',
  'unknown-blocker',
  'blocker-removed',
  'not-from-this-stage',
  'id-taken',
  'too-large',
  'not-a-pdf',
  'not-a-photograph',
  'heic',
  'too-many-pixels',
  'damaged',
  'file-lost',
] as const;
type RefusalCode = (typeof refusalCodes)[number];

const isWorded = (code: string | null): code is RefusalCode => refusalCodes.includes(code as RefusalCode);

/** Why something was refused: what the service calls it, in words, and of what it speaks. */
export function whyRefused({ refusal, body }: Entry): string {
  const { code, status, present, where } = refusal!;
  if (present !== null) return t('refusal.changed-since');
  if (isWorded(code)) return [milestoneAt(where, body), t(`refusal.${code}`)].filter(Boolean).join(': ');
  if (status === 404) return t('refusal.not-yours');
  return t('refusal.other', { status });
}

/** The milestone that `milestones.2.actual` is of. */
function milestoneAt(where: Refusal['where'], body: Entry['body']): string {
  const [list, at] = (where ?? '').split('.');
  const kind: MilestoneKind | undefined =
    list === 'milestones' && at !== undefined ? (body as ProgressReport).milestones[Number(at)]?.kind : undefined;
  return kind === undefined ? '' : t(`milestone.${kind}`);
}

/** "3 waiting, 1 refused: somebody changed it since" */
export function statusWords(entries: readonly Entry[]): string {
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  const refused = entries.filter(({ state }) => state === 'refused');
  const why = [...new Set(refused.map(whyRefused))].join('; ');
  return [
    waiting > 0 && t('outbox.waiting', { count: waiting }),
    refused.length > 0 && `${t('outbox.refused', { count: refused.length })}: ${why}`,
  ]
    .filter(Boolean)
    .join(', ');
}
