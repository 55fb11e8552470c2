import { useState } from 'preact/hooks';
import type { PinChoice, PinRequest } from '../../server/planning/pins/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ChoiceFields, type ChoiceDraft, choiceOf, emptyChoice } from './choice-fields.tsx';
import type { WholePlan } from './finished-plan.tsx';
import { pin, unpin } from './pinning.ts';

interface Properties {
  plan: WholePlan;
  rows: readonly PlanRow[];
  close(): void;
}

const ways = ['planned', 'chosen', 'unserved', 'free'] as const;
type Way = (typeof ways)[number];

const kept = ['operatorCode', 'technology', 'quarter'] as const;
export type Kept = (typeof kept)[number];

const free: PinChoice = { operatorCode: null, technology: null, quarter: null, unserved: false };

/** What pins hold settlements to what a plan has for them, those with the same together. */
export function pinsAsPlanned(
  rows: readonly PlanRow[],
  keep: ReadonlySet<Kept>,
): { pin: PinChoice; rows: PlanRow[] }[] {
  const groups = new Map<string, { pin: PinChoice; rows: PlanRow[] }>();
  for (const row of rows) {
    if (row.state === 'unserved') continue;
    const pin = {
      ...free,
      operatorCode: keep.has('operatorCode') ? row.operatorCode : null,
      technology: keep.has('technology') ? row.technology : null,
      quarter: keep.has('quarter') ? row.finishQuarter : null,
    };
    const key = JSON.stringify(pin);
    const group = groups.get(key) ?? { pin, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Decides settlements beforehand: as this plan has them, otherwise, left out; or takes pins back. */
export function PinDialog({ plan, rows, close }: Properties) {
  const [way, setWay] = useState<Way>('planned');
  const [keep, setKeep] = useState<ReadonlySet<Kept>>(new Set(kept));
  const [choice, setChoice] = useState<ChoiceDraft>(emptyChoice);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const keys = rows.map(({ regionCode, code }) => ({ regionCode, code }));
  const chosen = choiceOf(choice);
  const isEmpty = {
    planned: keep.size === 0 || rows.every(({ state }) => state === 'unserved'),
    chosen: chosen === null,
    unserved: false,
    free: false,
  }[way];

  function groups(): PinRequest['groups'] {
    if (way === 'unserved') return [{ settlements: keys, pin: { ...free, unserved: true } }];
    if (way === 'chosen') return [{ settlements: keys, pin: { ...free, ...chosen } }];
    return pinsAsPlanned(rows, keep).map((group) => ({
      settlements: group.rows.map(({ regionCode, code }) => ({ regionCode, code })),
      pin: group.pin,
    }));
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || isEmpty) return;
    setBusy(true);
    setProblem(null);
    try {
      if (way === 'free') await unpin(keys, plan.again);
      else await pin(groups(), plan.again);
      close();
    } catch (caught) {
      setProblem(caught);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t('pins.title')} close={close}>
      <form onSubmit={submit}>
        <p>{t('count.settlements', { count: rows.length })}</p>
        <fieldset class="choices">
          <legend>{t('pins.how')}</legend>
          {ways.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="pin" checked={way === one} onChange={() => setWay(one)} />
              {t(`pin-way.${one}`)}
            </label>
          ))}
        </fieldset>
        {way === 'planned' && (
          <fieldset class="choices choices--beside">
            <legend>{t('pins.keep')}</legend>
            {kept.map((one) => (
              <label key={one} class="choice">
                <input
                  type="checkbox"
                  checked={keep.has(one)}
                  onChange={({ currentTarget }) => {
                    const next = new Set(keep);
                    if (currentTarget.checked) next.add(one);
                    else next.delete(one);
                    setKeep(next);
                  }}
                />
                {t(`pin-keep.${one}`)}
              </label>
            ))}
          </fieldset>
        )}
        {way === 'chosen' && (
          <ChoiceFields
            draft={choice}
            summary={plan.summary}
            change={(changes) => setChoice({ ...choice, ...changes })}
          />
        )}
        <p class="muted">{t('pins.next-plan')}</p>
        {problem !== null && <ProblemNotice problem={problem} what="pins.failed" />}
        <footer class="dialog__foot">
          <button type="button" class="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" class="button button--main" disabled={busy || isEmpty}>
            {busy ? t('common.saving') : t(way === 'free' ? 'pins.free' : 'pins.pin-count', { count: rows.length })}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
