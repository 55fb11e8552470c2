import type { Milestone } from '../../server/construction/schema.ts';
import { date, t } from '../i18n/index.ts';
import { reasonWords } from '../schedules/words.ts';

/** Each step with its three dates side by side. */
export function Milestones({ milestones }: { milestones: readonly Milestone[] }) {
  return (
    <section class="panel">
      <h2>{t('milestones.title')}</h2>
      <ol class="milestones">
        {milestones.map(({ kind, owedBy, planned, forecast, actual, reason }) => (
          <li key={kind}>
            <p>
              <strong>{t(`milestone.${kind}`)}</strong> <span class="muted">{t(`party.${owedBy}`)}</span>
            </p>
            <dl class="milestones__dates">
              <Dated label={t('milestones.planned')} on={planned} />
              <Dated
                label={t('milestones.forecast')}
                on={actual === null ? forecast : null}
                later={(forecast ?? '') > planned}
              />
              <Dated label={t('milestones.actual')} on={actual} later={(actual ?? '') > planned} />
            </dl>
            {reason && actual === null && <p class="commitment__reason">{reasonWords(reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Dated({ label, on, later = false }: { label: string; on: string | null; later?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {on === null ? '–' : date(on)}
        {on !== null && later && <small class="later"> {t('milestones.later')}</small>}
      </dd>
    </div>
  );
}
