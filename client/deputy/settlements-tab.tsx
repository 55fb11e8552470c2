import { useEffect, useState } from 'preact/hooks';
import type { Coverage, ReportSettlement, SettlementsReport } from '../../server/reports/schema.ts';
import { t } from '../i18n/index.ts';
import { request } from '../store/request.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { shownSettlements, type Way } from './address.ts';
import { FileLinks } from './file-links.tsx';
import { useOperators } from './operators.ts';
import { MoreRows } from './pages.tsx';
import { useReport } from './reading.ts';
import { addressOf } from './service.ts';
import { SettlementsTable } from './settlements-table.tsx';
import { PanelSkeleton } from './skeletons.tsx';
import { placeNames } from './words.ts';

/** The settlements of the place: those to be connected, those whose population is unknown, or all. */
export function SettlementsTab({ coverage, way }: { coverage: Coverage; way: Way }) {
  const { at } = way;
  const address = addressOf.settlements(at);
  return (
    <section class="panel">
      <div class="panel__head">
        <h3>{t('list.title')}</h3>
        <fieldset class="segments">
          <legend class="visually-hidden">{t('show.label')}</legend>
          {shownSettlements.map((show) => (
            <label key={show}>
              <input type="radio" name="show" checked={at.show === show} onChange={() => way.go({ show })} />
              <span>{t(`show.${show}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Pages key={address} address={address} {...{ coverage, way }} />
    </section>
  );
}

/** The list page by page: the first at once, the next when they are asked for. */
function Pages({ address, coverage, way }: { address: string; coverage: Coverage; way: Way }) {
  const first = useReport<SettlementsReport>(address);
  const operatorName = useOperators();
  const [rows, setRows] = useState<readonly ReportSettlement[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const add = (report: SettlementsReport) => {
    setRows((known) => [...known, ...report.rows]);
    setNext(report.next);
    setProblem(null);
  };
  useEffect(() => {
    if (first.state === 'ready') add(first.report);
  }, [first.state]);
  const more = () => request<SettlementsReport>('GET', `${address}&cursor=${next}`).then(add, setProblem);

  if (first.state === 'failed') {
    return <ProblemNotice problem={first.problem} what="settlements.failed" retry={first.retry} />;
  }
  if (first.state === 'loading') return <PanelSkeleton />;
  const { total } = first.report;
  if (total === 0) return <p class="empty">{t(`empty.${way.at.show}`)}</p>;
  return (
    <>
      <p role="status">{t('count.settlements', { count: total })}</p>
      <SettlementsTable rows={rows} {...{ operatorName }} placeName={placeNames(coverage)} />
      <MoreRows shown={rows.length} total={total} more={() => void more()} />
      {problem !== null && <ProblemNotice problem={problem} what="settlements.failed" retry={() => void more()} />}
      <FileLinks report="settlements" way={way} table="settlement-rows" />
    </>
  );
}
