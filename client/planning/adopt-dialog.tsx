import { useMemo, useState } from 'preact/hooks';
import type { ConflictCode } from '../../server/assignments/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import type { AdoptReply } from '../../server/planning/scenarios/schema.ts';
import { t } from '../i18n/index.ts';
import { ConflictList } from '../planner/assign/conflict-list.tsx';
import { RefusedTable } from '../planner/reply/refused-table.tsx';
import type { Finishing } from '../store/served.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { notify } from '../ui/notices.tsx';
import { notifyProblem } from '../ui/notify-problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { goTo, textOfKey } from './address.ts';
import { previewOf } from './adopting.ts';
import type { WholePlan } from './finished-plan.tsx';
import { meet, placeName } from './known.ts';
import { useReading } from './reading.ts';
import { planningService } from './service.ts';
import { Skeleton } from './skeleton.tsx';
import { money } from './words.ts';

interface Properties {
  plan: WholePlan;
  /** What shall be assigned: rows that are planned. */
  rows: readonly PlanRow[];
  close(): void;
}

/** In the order in which the service gives out capacity: that of the plan, the earlier quarters first. */
function inOrder(all: readonly PlanRow[], asked: readonly PlanRow[]): PlanRow[] {
  const keys = new Set(asked.map(textOfKey));
  return all
    .filter((row) => keys.has(textOfKey(row)))
    .toSorted((a, b) => (a.finishQuarter! < b.finishQuarter! ? -1 : Number(a.finishQuarter! > b.finishQuarter!)));
}

/** How the settlements stand at this moment, and what finishes when in the whole plan. */
async function present(rows: readonly PlanRow[]): Promise<Finishing> {
  const [finishing] = await Promise.all([planningService.finishing(), meet(rows, true)]);
  return new Map(finishing.map(({ operatorCode, quarter, count }) => [`${operatorCode} ${quarter}`, count]));
}

/** Takes back what was made of a plan, as one action. */
async function undo(actionId: string, rows: readonly PlanRow[]): Promise<void> {
  try {
    const { done } = await planningService.undo(actionId);
    notify({ text: t('done.undo', { count: done.length }) });
    await meet(rows, true);
  } catch (problem) {
    notifyProblem(problem, 'undo.failed');
  }
}

/** Makes assignments in draft of a plan, or of a part of it; what the rules refuse is shown beforehand. */
export function AdoptDialog({ plan, rows: asked, close }: Properties) {
  const rows = useMemo(() => inOrder(plan.rows, asked), [plan.rows, asked]);
  const { value: finishing, problem, again } = useReading('present', () => present(rows));
  const [reply, setReply] = useState<AdoptReply | null>(null);
  return (
    <Dialog title={t('adopt.title')} close={close}>
      {problem !== null && <ProblemNotice problem={problem} what="adopt.failed" retry={again} />}
      {finishing === null && problem === null && <Skeleton rows={3} />}
      {finishing !== null && reply === null && (
        <AdoptForm
          {...{ plan, rows, finishing, close }}
          adopted={(done) => (isClean(done) ? close() : setReply(done))}
        />
      )}
      {reply !== null && <Refused reply={reply} close={close} />}
    </Dialog>
  );
}

const isClean = ({ refused }: AdoptReply): boolean => refused.length === 0;

interface FormProperties extends Properties {
  finishing: Finishing;
  adopted(reply: AdoptReply): void;
}

function AdoptForm({ plan, rows, finishing, close, adopted }: FormProperties) {
  const [officer, setOfficer] = useState('');
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<ConflictCode>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const outcome = useMemo(() => previewOf(rows, finishing, leaveOut), [rows, finishing, leaveOut]);
  const accepted = outcome.accepted.map((at) => rows[at]);
  const sum = (of: (row: PlanRow) => number | null) => accepted.reduce((all, row) => all + (of(row) ?? 0), 0);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || accepted.length === 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const settlements = accepted.map(({ regionCode, code }) => ({ regionCode, code }));
      const reply = await planningService.adopt(plan.scenario.id, { settlements, responsibleOfficer: officer.trim() });
      const { actionId, done, refused } = reply;
      goTo({ selected: refused.map(textOfKey) });
      if (actionId !== null) {
        const action = { label: t('undo.undo'), run: () => void undo(actionId, rows) };
        notify({ text: t('adopt.done', { count: done.length }), action });
      }
      await meet(rows, true).catch(() => {});
      adopted(reply);
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit}>
      <p>
        {t('adopt.explained', {
          settlements: t('count.settlements', { count: rows.length }),
          cost: money(sum(({ capitalTenge }) => capitalTenge)),
          subsidy: money(sum(({ subsidyTenge }) => subsidyTenge)),
        })}
      </p>
      <Field label={t('field.responsibleOfficer')}>
        {(id) => (
          <input
            id={id}
            maxLength={200}
            value={officer}
            onInput={({ currentTarget }) => setOfficer(currentTarget.value)}
          />
        )}
      </Field>
      <ConflictList
        groups={outcome.groups}
        leaveOut={leaveOut}
        change={setLeaveOut}
        name={(at) => placeName(rows[at])}
      />
      {outcome.groups.length === 0 && <p class="notice notice--good">{t('conflicts.none')}</p>}
      {problem !== null && <ProblemNotice problem={problem} what="adopt.failed" />}
      <footer class="dialog__foot">
        <button type="button" class="button" onClick={close}>
          {t('common.cancel')}
        </button>
        <button type="submit" class="button button--main" disabled={busy || accepted.length === 0} aria-live="polite">
          {busy
            ? t('common.saving')
            : outcome.skipped.length === 0
              ? t('adopt.effect', { count: accepted.length })
              : t('adopt.effect-skip', { count: accepted.length, skipped: outcome.skipped.length })}
        </button>
      </footer>
    </form>
  );
}

/** What was refused all the same, each with its reasons. */
function Refused({ reply: { done, refused }, close }: { reply: AdoptReply; close(): void }) {
  return (
    <>
      {done.length > 0 && <p class="notice notice--good">{t('adopt.done', { count: done.length })}</p>}
      <p>{t('reply.refused', { count: refused.length })}</p>
      <RefusedTable refused={refused} name={placeName} />
      <footer class="dialog__foot">
        <button type="button" class="button" onClick={close}>
          {t('common.close')}
        </button>
      </footer>
    </>
  );
}
