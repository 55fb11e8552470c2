import { useState } from 'preact/hooks';
import type { Coverage } from '../../server/reports/schema.ts';
import type { Way } from '../deputy/address.ts';
import type { Order } from '../deputy/columns.ts';
import { Choropleth } from '../deputy/choropleth.tsx';
import { PartsTable } from '../deputy/parts-table.tsx';
import { useReport } from '../deputy/reading.ts';
import type { BoundaryTopology } from '../deputy/service.ts';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { SharedScope } from './scope.ts';
import { boundariesAddress } from './service.ts';

/** What the page of coverage has to say of a view, and this one has not. */
const unasked = { district: '', knownOn: '', tab: 'overview', operator: '', cause: '', show: 'all' } as const;

interface Properties {
  token: string;
  scope: SharedScope;
  coverage: Coverage;
}

/** The regions of the country, or the districts of the region that was shared, as a picture beside its table. */
export function SharedParts({ token, scope, coverage }: Properties) {
  const { region = '' } = scope.plan;
  const boundaries = useReport<BoundaryTopology>(boundariesAddress(token, region));
  const [order, setOrder] = useState<Order>({ by: 'share', descending: false });
  const [pointed, setPointed] = useState<string | null>(null);
  const way: Way = {
    at: { ...unasked, region, measure: scope.measure, order },
    link: null,
    go: (changes) => changes.order && setOrder(changes.order),
  };
  return (
    <section class="panel coverage-parts">
      <h3>
        {t(region === '' ? 'parts.regions' : 'parts.districts')}: {t(`measure.${scope.measure}`)}
      </h3>
      <div class="coverage-parts__both">
        {boundaries.state === 'failed' && (
          <ProblemNotice problem={boundaries.problem} what="parts.no-boundaries" retry={boundaries.retry} />
        )}
        {boundaries.state === 'loading' && <div class="skeleton choropleth choropleth--loading" />}
        {boundaries.state === 'ready' && (
          <Choropleth topology={boundaries.report} rows={coverage.rows} {...{ way, pointed }} point={setPointed} />
        )}
        <PartsTable rows={coverage.rows} total={coverage.total} way={way} point={setPointed} />
      </div>
    </section>
  );
}
