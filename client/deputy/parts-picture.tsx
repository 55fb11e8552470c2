import { useState } from 'preact/hooks';
import type { Coverage } from '../../server/reports/schema.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { Way } from './address.ts';
import { Choropleth } from './choropleth.tsx';
import { PartsTable } from './parts-table.tsx';
import { useReport } from './reading.ts';
import type { BoundaryTopology } from './service.ts';

interface Properties {
  /** Where the boundaries of the parts are. */
  boundaries: string;
  coverage: Coverage;
  way: Way;
}

/** The parts of a place as a picture beside its table. */
export function PartsPicture({ boundaries: address, coverage, way }: Properties) {
  const boundaries = useReport<BoundaryTopology>(address);
  const [pointed, setPointed] = useState<string | null>(null);
  return (
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
  );
}
