import { useState } from 'preact/hooks';
import type { ProgressPoint, Scenario } from '../../server/planning/scenarios/schema.ts';
import { number, t } from '../i18n/index.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { tellingPoints } from './chart-picture.ts';
import { Chart } from './chart.tsx';
import { planningService } from './service.ts';
import { amountIn, percent } from './words.ts';

/** Of the whole way, by what each phase takes of it. */
const phases = { prices: { from: 0, share: 0.35 }, plan: { from: 0.35, share: 0.65 } };

const doneOf = ({ phase, done }: ProgressPoint): number => phases[phase].from + phases[phase].share * done;

/** A plan while it is computed: how far, the plan and the bound as they near each other, and the way to stop it. */
export function Running({ scenario, again }: { scenario: Scenario; again(): void }) {
  const [busy, setBusy] = useState(false);
  const { id, state, progress } = scenario;
  const last = progress.at(-1);
  const done = last === undefined ? 0 : doneOf(last);
  const amount = amountOf(scenario);

  async function cancel(): Promise<void> {
    setBusy(true);
    try {
      await planningService.cancel(id);
    } catch (problem) {
      notifyProblem(problem, 'running.cancel-failed');
    }
    setBusy(false);
    again();
  }

  return (
    <section class="panel" aria-labelledby="running">
      <div class="panel__head">
        <h3 id="running">{t(state === 'queued' ? 'running.queued' : 'running.title')}</h3>
        <button type="button" class="button" disabled={busy} onClick={() => void cancel()}>
          {t('running.cancel')}
        </button>
      </div>
      <div class="progress">
        <progress max={100} value={state === 'queued' ? undefined : Math.round(done * 100)} aria-labelledby="running" />
        <p role="status">
          {last === undefined
            ? t('running.waiting')
            : `${t(`plan-phase.${last.phase}`)} · ${t('plan.percent', { percent: number(Math.floor(done * 100)) })}`}
        </p>
      </div>
      {last !== undefined && (
        <dl class="key-figures">
          <div>
            <dt>{t('figure.plan')}</dt>
            <dd>{last.cost === null ? '—' : amount(last.cost)}</dd>
          </div>
          <div>
            <dt>{t('figure.bound')}</dt>
            <dd>{last.bound === null ? '—' : amount(last.bound)}</dd>
          </div>
          <div>
            <dt>{t('figure.gap')}</dt>
            <dd>{percent(last.gapPercent)}</dd>
          </div>
        </dl>
      )}
      <GapCurve scenario={scenario} />
      <p class="muted">{t('running.leave')}</p>
    </section>
  );
}

const amountOf = ({ request }: Scenario) => amountIn(request.objective.kind === 'service' ? 'person-months' : 'tenge');

/** A bound of which is said nothing yet, or that is far below, would flatten the curve. */
const worthShowing = ({ bound, cost }: ProgressPoint): boolean => (bound !== null && bound > 0) || cost !== null;

/** The plan and the bound below which no plan can be, by the seconds that it took. */
export function GapCurve({ scenario }: { scenario: Scenario }) {
  const amount = amountOf(scenario);
  const told = ({ cost, bound }: ProgressPoint) =>
    [cost, bound].map((value) => (value === null ? '' : amount(value))).join();
  const points = tellingPoints(scenario.progress.filter(worthShowing), told);
  if (points.length < 2) return null;
  return (
    <Chart
      label={t('running.curve')}
      placeHead={t('running.seconds')}
      at={points.map(({ seconds }) => seconds)}
      places={points.map(({ seconds }) => t('running.at', { seconds: number(seconds) }))}
      lines={[
        { name: t('figure.plan'), manner: 1, values: points.map(({ cost }) => cost) },
        { name: t('figure.bound'), manner: 'bound', values: points.map(({ bound }) => bound) },
      ]}
      band={[1, 0]}
      short={amount}
      full={amount}
    />
  );
}
