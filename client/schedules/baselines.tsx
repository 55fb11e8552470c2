import { useState } from 'preact/hooks';
import type { Schedule } from '../../server/schedules/schema.ts';
import { date, t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { goTo } from './address.ts';
import { Documents } from './documents.tsx';
import { schedulesService } from './service.ts';

/** What was agreed: each baseline to download, and two of them to compare. */
export function Baselines({ schedule: { operatorCode, baselines } }: { schedule: Schedule }) {
  if (baselines.length === 0) return null;
  return (
    <section class="panel">
      <h2>{t('baselines.title')}</h2>
      <p class="muted">{t('baselines.explained')}</p>
      <ul class="baselines">
        {baselines.map(({ version, madeOn, madeBy, hash }) => (
          <li key={version}>
            <span>
              {t('baselines.one', { version, date: date(madeOn), by: madeBy })}
              <br />
              <code>{hash}</code>
            </span>
            <div class="panel__actions">
              <a class="button" href={schedulesService.baselineAddress(operatorCode, version)} download>
                {t('baselines.download', { version })}
              </a>
              <Documents operatorCode={operatorCode} baseline={version} />
            </div>
          </li>
        ))}
      </ul>
      {baselines.length > 1 && <Choice versions={baselines.map(({ version }) => version)} />}
    </section>
  );
}

/** Two versions to compare; newest first among `versions`. */
function Choice({ versions }: { versions: readonly number[] }) {
  const [from, setFrom] = useState(String(versions[1]));
  const [to, setTo] = useState(String(versions[0]));
  const options = versions.map((version) => ({ value: String(version), label: t('schedules.version', { version }) }));
  function compare(event: Event): void {
    event.preventDefault();
    goTo({ compared: { from: Number(from), to: Number(to) } });
  }
  return (
    <form onSubmit={compare} class="fields fields--two">
      <Field label={t('comparison.from')}>
        {(id) => <Select {...{ id, options, value: from, change: setFrom }} />}
      </Field>
      <Field label={t('comparison.to')}>{(id) => <Select {...{ id, options, value: to, change: setTo }} />}</Field>
      <button type="submit" class="button">
        {t('comparison.show')}
      </button>
    </form>
  );
}
