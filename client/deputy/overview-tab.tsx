import { useState } from 'preact/hooks';
import type { Coverage, Curve } from '../../server/reports/schema.ts';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { measures, type Way } from './address.ts';
import { Choropleth } from './choropleth.tsx';
import { CurvePanel } from './curve-panel.tsx';
import type { PlaceFigures } from './figures.ts';
import { FileLinks } from './file-links.tsx';
import { PartsTable } from './parts-table.tsx';
import { useReport } from './reading.ts';
import { addressOf, type BoundaryTopology } from './service.ts';
import { StatusTable } from './status-table.tsx';

interface Properties {
  coverage: Coverage;
  figures: PlaceFigures;
  way: Way;
}

/** The parts of the place as a picture beside its table, and how it goes on. */
export function OverviewTab({ coverage, figures, way }: Properties) {
  const { at } = way;
  const boundaries = useReport<BoundaryTopology>(addressOf.boundaries(at));
  const curve = useReport<Curve>(addressOf.curve(at));
  const [pointed, setPointed] = useState<string | null>(null);
  return (
    <>
      <section class="panel coverage-parts">
        <div class="panel__head">
          <h3>{t(at.region === '' ? 'parts.regions' : 'parts.districts')}</h3>
          <MeasureChoice way={way} />
        </div>
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
        <FileLinks report="coverage" way={way} table="parts" />
        <StatusTable figures={figures} />
      </section>
      {curve.state === 'failed' && <ProblemNotice problem={curve.problem} what="curve.failed" retry={curve.retry} />}
      {curve.state === 'loading' && <div class="skeleton skeleton--tall" />}
      {curve.state === 'ready' && (
        <CurvePanel curve={curve.report} measure={at.measure} targetDate={coverage.targetDate} />
      )}
    </>
  );
}

function MeasureChoice({ way }: { way: Way }) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('measure.title')}</legend>
      {measures.map((measure) => (
        <label key={measure}>
          <input
            type="radio"
            name="measure"
            checked={way.at.measure === measure}
            onChange={() => way.go({ measure })}
          />
          <span>{t(`measure.${measure}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
