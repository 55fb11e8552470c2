import { useEffect, useState } from 'preact/hooks';
import type { Coverage, Curve } from '../../server/reports/schema.ts';
import type { SharedOverdue, SharedView } from '../../server/sharing/schema.ts';
import { t } from '../i18n/index.ts';
import { CurvePanel } from '../deputy/curve-panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { SharedScope } from './scope.ts';
import { sharingService } from './service.ts';
import { placesOf } from './places.ts';
import { SharedHeadline } from './shared-headline.tsx';
import { SharedParts } from './shared-parts.tsx';
import { SharedOverdueTable } from './shared-overdue.tsx';
import { SharedSettlements } from './shared-settlements.tsx';

interface Reports {
  coverage: Coverage;
  curve: Curve;
  overdue: SharedOverdue;
}

interface Properties {
  token: string;
  view: SharedView;
  scope: SharedScope;
}

/** Figures, curve, what is overdue and the settlements of exactly the view that was shared. */
export function SharedReports({ token, view, scope }: Properties) {
  const [reports, setReports] = useState<Reports | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  async function load(): Promise<void> {
    setProblem(null);
    try {
      const [coverage, curve, overdue] = await Promise.all([
        sharingService.coverage(token, scope.plan),
        sharingService.curve(token, scope.plan),
        sharingService.overdue(token, scope.plan),
      ]);
      setReports({ coverage, curve, overdue });
    } catch (caught) {
      setProblem(caught);
    }
  }
  useEffect(() => void load(), [view.state]);
  const places = placesOf(view);
  const { region = '', district = '', operator = '' } = scope.plan;

  return (
    <>
      <h2>{places.scope(region, district, operator)}</h2>
      {problem !== null && <ProblemNotice problem={problem} what="shared.load-failed" retry={() => void load()} />}
      {reports === null && problem === null && (
        <div class="skeleton skeleton--tall">
          <span class="visually-hidden" role="status">
            {t('shared.loading')}
          </span>
        </div>
      )}
      {reports && (
        <>
          <SharedHeadline coverage={reports.coverage} />
          {district === '' && <SharedParts {...{ token, scope }} coverage={reports.coverage} />}
          <CurvePanel curve={reports.curve} measure={scope.measure} targetDate={reports.coverage.targetDate} />
          <SharedOverdueTable overdue={reports.overdue} {...{ scope, places }} />
        </>
      )}
      <SharedSettlements {...{ token, scope, places }} state={view.state} />
    </>
  );
}
