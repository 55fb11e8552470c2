import { useEffect, useState } from 'preact/hooks';
import type { BaselineRow, Comparison } from '../../server/schedules/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { fieldWords, people, quarters } from '../planner/words.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { goTo } from './address.ts';
import { schedulesService } from './service.ts';
import { Skeleton } from './skeleton.tsx';

type Field = Exclude<keyof typeof fieldWords, 'operatorCode'>;

/** Two baselines side by side: what came, what went, what became otherwise. */
export function ComparisonPanel({ operatorCode, from, to }: { operatorCode: string; from: number; to: number }) {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  function load(): void {
    setProblem(null);
    schedulesService.compare(operatorCode, from, to).then(setComparison, setProblem);
  }
  useEffect(load, []);
  return (
    <section class="panel">
      <div class="panel__head">
        <h2>{t('comparison.title', { from, to })}</h2>
        <button type="button" class="button" onClick={() => goTo({ compared: null })}>
          {t('common.close')}
        </button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} what="comparison.failed" retry={load} />}
      {problem === null && comparison === null && <Skeleton />}
      {comparison && <SideBySide {...comparison} />}
    </section>
  );
}

function SideBySide({ from, to, added, removed, changed }: Comparison) {
  if (added.length + removed.length + changed.length === 0) return <p>{t('comparison.same')}</p>;
  const key = (row: BaselineRow) => `${row.regionCode}:${row.code}:${row.number}`;
  return (
    <table class="table terms">
      <thead>
        <tr>
          <th scope="col">{t('list.settlement')}</th>
          <th scope="col">{t('schedules.version', { version: from.version })}</th>
          <th scope="col">{t('schedules.version', { version: to.version })}</th>
        </tr>
      </thead>
      <tbody>
        {removed.map((row) => (
          <Line key={key(row)} row={row} before={whole(row)} after={t('comparison.not-there')} />
        ))}
        {added.map((row) => (
          <Line key={key(row)} row={row} before={t('comparison.not-there')} after={whole(row)} />
        ))}
        {changed.map(({ before, after, fields }) => (
          <Line
            key={key(after)}
            row={after}
            before={fields.map(({ field }) => worded(field, before)).join('; ')}
            after={fields.map(({ field }) => worded(field, after)).join('; ')}
          />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, before, after }: { row: BaselineRow; before: string; after: string }) {
  return (
    <tr>
      <th scope="row">{nameOf(row.names)}</th>
      <td>{before}</td>
      <td>
        <strong>{after}</strong>
      </td>
    </tr>
  );
}

const whole = ({ technology, startQuarter, finishQuarter }: BaselineRow): string =>
  `${t(`technology.${technology}`)}, ${quarters(startQuarter, finishQuarter)}`;

/** A field of a row by its name, in words. */
function worded(field: string, row: BaselineRow): string {
  if (field === 'population') return people(row.population);
  if (field === 'names' || field === 'region' || field === 'district') return row[field] ? nameOf(row[field]) : '';
  const inWords = fieldWords[field as Field] as (value: unknown) => string;
  return `${t(`field.${field as Field}`)}: ${inWords(row[field as Field])}`;
}
