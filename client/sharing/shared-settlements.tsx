import { useEffect, useState } from 'preact/hooks';
import type { SharedSettlement } from '../../server/sharing/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { operatorName, people, quarters } from '../planner/words.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { filterWords, type SharedPlaces } from './places.ts';
import type { SharedScope } from './scope.ts';
import { sharingService } from './service.ts';

const pageSize = 200;

interface Properties {
  token: string;
  scope: SharedScope;
  places: SharedPlaces;
  /** Of all that is shown: when it is another, the rows that are there are read anew. */
  state: string;
}

/** The settlements of the shared view, page by page: status, people, who connects them and when. */
export function SharedSettlements({ token, scope, places, state }: Properties) {
  const [rows, setRows] = useState<readonly SharedSettlement[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [next, setNext] = useState<number | null>(0);
  const [problem, setProblem] = useState<unknown>(null);
  async function read(kept: readonly SharedSettlement[], count: number): Promise<void> {
    setProblem(null);
    try {
      const page = await sharingService.settlements(token, scope.settlements, kept.length, count);
      setRows([...kept, ...page.rows]);
      setTotal(page.total);
      setNext(page.next);
    } catch (caught) {
      setProblem(caught);
    }
  }
  const more = () => read(rows, pageSize);
  useEffect(() => void read([], Math.max(rows.length, pageSize)), [state]);

  return (
    <section class="unanswered" aria-busy={total === null && problem === null}>
      <h2>
        {t('list.title')} {total !== null && <span class="muted">{t('count.settlements', { count: total })}</span>}
      </h2>
      <p class="muted">{filterWords(scope.filters).join(' · ')}</p>
      {total === 0 && <p class="muted">{t('empty.filters')}</p>}
      {rows.length > 0 && (
        <table class="table unanswered__table">
          <thead>
            <tr>
              <th scope="col">{t('list.settlement')}</th>
              <th scope="col">{t('filter.status')}</th>
              <th scope="col">{t('assignments.title')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.regionCode}:${row.code}`} {...{ row, places }} />
            ))}
          </tbody>
        </table>
      )}
      {problem !== null && <ProblemNotice problem={problem} what="shared.load-failed" retry={() => void more()} />}
      {next !== null && rows.length > 0 && (
        <p>
          <button type="button" class="button" onClick={() => void more()}>
            {t('shared.more')}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ row, places }: { row: SharedSettlement; places: SharedPlaces }) {
  const { names, population, status, assignments } = row;
  return (
    <tr>
      <th scope="row">
        {nameOf(names)}
        <div class="muted">{[places.ladder(row), people(population)].filter(Boolean).join(', ')}</div>
      </th>
      <td>{t(`status.${status ?? 'unknown'}`)}</td>
      <td>
        {assignments.length === 0 && <span class="muted">{t('assignments.none')}</span>}
        {assignments.map(({ number, operatorCode, technology, startQuarter, finishQuarter, stage }) => (
          <div key={number}>
            {operatorName(operatorCode)}, {t(`technology.${technology}`)}, {quarters(startQuarter, finishQuarter)}
            <div class="muted">{t(`stage.${stage}`)}</div>
          </div>
        ))}
      </td>
    </tr>
  );
}
