import type { Coverage, Overdue, OverdueRow } from '../../server/reports/schema.ts';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';
import type { Way } from './address.ts';
import { FileLinks } from './file-links.tsx';
import { useOperators } from './operators.ts';
import { type CauseOrNone, causeOf, filtered, frequent, inAll } from './overdue.ts';
import { OverdueTable } from './overdue-table.tsx';
import { useReport } from './reading.ts';
import { addressOf } from './service.ts';
import { PanelSkeleton } from './skeletons.tsx';
import { causeName, placeNames } from './words.ts';

/** What should be in service and is not, in the place that was chosen. */
export function OverdueTab({ coverage, way }: { coverage: Coverage; way: Way }) {
  const overdue = useReport<Overdue>(addressOf.overdue(way.at));
  const operatorName = useOperators();
  if (overdue.state === 'loading') return <PanelSkeleton />;
  if (overdue.state === 'failed') {
    return <ProblemNotice problem={overdue.problem} what="overdue.failed" retry={overdue.retry} />;
  }
  return <OverduePanel rows={overdue.report.rows} {...{ coverage, way, operatorName }} />;
}

interface Properties {
  rows: readonly OverdueRow[];
  coverage: Coverage;
  way: Way;
  operatorName(code: string): string;
}

function OverduePanel({ rows, coverage, way, operatorName }: Properties) {
  const { operator, cause } = way.at;
  const shown = filtered(rows, operator, cause);
  const { settlements, residents } = inAll(shown);
  return (
    <section class="panel">
      <h3>{t('overdue.title')}</h3>
      {rows.length === 0 ? (
        <p class="muted">{t('overdue.none')}</p>
      ) : (
        <>
          <div class="place-choice">
            <Field label={t('filter.operator')}>
              {(id) => (
                <Select
                  id={id}
                  value={operator}
                  empty={t('filter.any')}
                  options={frequent(rows.map((row) => row.operatorCode)).map((code) => ({
                    value: code,
                    label: operatorName(code),
                  }))}
                  change={(chosen) => way.go({ operator: chosen })}
                />
              )}
            </Field>
            <Field label={t('overdue.cause')}>
              {(id) => (
                <Select
                  id={id}
                  value={cause as CauseOrNone | ''}
                  empty={t('filter.any')}
                  options={frequent(rows.map(causeOf)).map((code) => ({ value: code, label: causeName(code) }))}
                  change={(chosen) => way.go({ cause: chosen })}
                />
              )}
            </Field>
          </div>
          <p role="status">
            {t('count.settlements', { count: settlements })}, {t('population.people', { count: residents })}.{' '}
            <span class="muted">{t('overdue.order')}</span>
          </p>
          {shown.length === 0 ? (
            <p class="empty">{t('empty.filters')}</p>
          ) : (
            <>
              <OverdueTable rows={shown} {...{ operatorName }} placeName={placeNames(coverage)} />
              <FileLinks report="overdue" way={way} table="overdue-rows" />
            </>
          )}
        </>
      )}
    </section>
  );
}
