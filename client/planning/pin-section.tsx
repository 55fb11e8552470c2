import { useState } from 'preact/hooks';
import type { PlanWhy } from '../../server/planning/answers/schema.ts';
import { date, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { textOfKey } from './address.ts';
import { askQuestion } from './asking.ts';
import type { WholePlan } from './finished-plan.tsx';
import { pin as setPin, unpin } from './pinning.ts';
import { pinWords } from './pins-panel.tsx';
import { amountIn, difference } from './words.ts';

/** The pin of a settlement: what it says, what it costs, and the way to set it or take it back. */
export function PinSection({ why, plan }: { why: PlanWhy; plan: WholePlan }) {
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { row, pinCostByPrices, unit } = why;
  const key = { regionCode: row.regionCode, code: row.code };
  const pin = plan.pins.get(textOfKey(row));

  async function act(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (caught) {
      setProblem(caught);
    }
    setBusy(false);
  }

  const pinAsPlanned = () =>
    act(async () => {
      const { operatorCode, technology, finishQuarter } = row;
      const choice = { operatorCode, technology, quarter: finishQuarter, unserved: false };
      await setPin([{ settlements: [key], pin: choice }], plan.again);
    });

  if (row.state === 'committed') return null;
  return (
    <section class="why">
      <h3>{t('pins.one')}</h3>
      {pin === undefined && row.pinned && <p>{t('pins.was-pinned')}</p>}
      {pin === undefined && !row.pinned && <p class="muted">{t('pins.not-pinned')}</p>}
      {pin !== undefined && (
        <p>
          <strong>{pinWords(pin)}</strong>{' '}
          <span class="muted">
            {pin.pinnedBy}, {date(pin.pinnedOn)}
          </span>
        </p>
      )}
      {row.pinned && pinCostByPrices !== null && (
        <p>{t('pins.cost-by-prices', { cost: difference(pinCostByPrices, amountIn(unit)) })}</p>
      )}
      {problem !== null && <ProblemNotice problem={problem} what="pins.failed" />}
      <div class="panel__actions">
        {row.state === 'planned' && pin === undefined && (
          <button type="button" class="button" disabled={busy} onClick={() => void pinAsPlanned()}>
            {t('pins.as-planned')}
          </button>
        )}
        {pin !== undefined && (
          <button type="button" class="button" disabled={busy} onClick={() => void act(() => unpin([key], plan.again))}>
            {t('pins.free')}
          </button>
        )}
        {row.pinned && (
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => void act(() => askQuestion(plan.scenario.id, { question: 'pin-cost', settlement: key }))}
          >
            {t('pins.ask-cost')}
          </button>
        )}
      </div>
    </section>
  );
}
