import type { Coverage, Curve } from '../../server/reports/schema.ts';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { measures, type Way } from './address.ts';
import { CurvePanel } from './curve-panel.tsx';
import type { PlaceFigures } from './figures.ts';
import { FileLinks } from './file-links.tsx';
import { PartsPicture } from './parts-picture.tsx';
import { useReport } from './reading.ts';
import { addressOf } from './service.ts';
import { StatusTable } from './status-table.tsx';

interface Properties {
  coverage: Coverage;
  figures: PlaceFigures;
  way: Way;
}

/** The parts of the place as a picture beside its table, and how it goes on. */
export function OverviewTab({ coverage, figures, way }: Properties) {
  const { at } = way;
  const curve = useReport<Curve>(addressOf.curve(at));
  return (
    <>
      <section class="panel coverage-parts">
        <div class="panel__head">
          <h3>{t(at.region === '' ? 'parts.regions' : 'parts.districts')}</h3>
          <MeasureChoice way={way} />
        </div>
        <PartsPicture boundaries={addressOf.boundaries(at)} {...{ coverage, way }} />
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
