import { useEffect, useState } from 'preact/hooks';
import type { SettlementDetail } from '../../../server/country/schema.ts';
import { CountryRun, FirstRun } from '../../first-run/first-run.tsx';
import { nameOf, t } from '../../i18n/index.ts';
import { mapHandle } from '../../map/tool.ts';
import { AskLink } from '../../inquiries/ask-link.tsx';
import { mayPlan, viewer } from '../../session/session.ts';
import { service } from '../../store/service.ts';
import { isEmpty, isUnfinished, live, openRow, place, placeRow } from '../../store/state.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ladder } from '../words.ts';
import { bringMapForward } from '../tab.ts';
import { AssessmentSection } from './assessment.tsx';
import { AssignmentsSection } from './assignments.tsx';
import { EvidenceSection } from './evidence.tsx';
import { MeasuredSection } from './measured.tsx';
import { HistorySection } from './settlement-history.tsx';
import { PopulationSection } from './population.tsx';

/** Everything that is known of the settlement that is open. */
export function Details() {
  if (place.value === null) return <Nothing />;
  const { regionCode, code } = place.value;
  return <SettlementDetails key={`${regionCode} ${code}`} />;
}

/** Nothing is open: what to do first, and what is shown here then. */
function Nothing() {
  // A planner's own steps are of use once there is a country.
  const hasWork = !isEmpty.value || viewer.value!.role === 'administrator';
  return (
    <>
      {mayPlan() && isUnfinished.value && <CountryRun />}
      {!isEmpty.value && <p class="empty">{t('details.empty')}</p>}
      {isEmpty.value && !mayPlan() && <p class="empty">{t('empty.country')}</p>}
      {mayPlan() && hasWork && <FirstRun />}
    </>
  );
}

function SettlementDetails() {
  const key = place.value!;
  const row = placeRow.value ?? null;
  const [detail, setDetail] = useState<SettlementDetail | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  // Fetched again when its living part changes, whoever changed it.
  const version =
    row === null
      ? ''
      : JSON.stringify([live.value!.status[row], live.value!.population[row], live.value!.assignments[row]]);
  useEffect(() => {
    let wanted = true;
    service.settlement(key).then(
      (found) => {
        if (!wanted) return;
        setDetail(found);
        setProblem(null);
      },
      (caught) => wanted && setProblem(caught),
    );
    return () => void (wanted = false);
  }, [key.regionCode, key.code, version, attempt]);

  return (
    <article class="details" aria-busy={detail === null && problem === null}>
      <header class="details__head">
        <div>
          <h2>{detail ? nameOf(detail.settlement.names) : row === null ? key.code : ''}</h2>
          {row !== null && <p class="muted">{ladder(row)}</p>}
          <p class="muted">
            {t('details.code')} <code>{key.code}</code>
          </p>
        </div>
        <button type="button" class="button button--icon" aria-label={t('details.close')} onClick={() => openRow(null)}>
          <Icon name="close" />
        </button>
      </header>
      {row !== null && (
        <button
          type="button"
          class="button button--small"
          onClick={() => {
            bringMapForward();
            mapHandle.value?.showRows([row]);
          }}
        >
          <Icon name="view" />
          {t('details.on-map')}
        </button>
      )}
      <AskLink about={{ region: key.regionCode, settlement: key.code }} />
      {problem !== null && (
        <ProblemNotice problem={problem} what="details.failed" retry={() => setAttempt(attempt + 1)} />
      )}
      {detail === null && problem === null && <div class="skeleton skeleton--tall" />}
      {detail && (
        <>
          <PopulationSection detail={detail} replace={setDetail} />
          <AssessmentSection
            assessment={detail.assessment}
            challenged={detail.evidence.some(({ challenge }) => challenge?.upheld === false)}
          />
          <MeasuredSection assessment={detail.assessment} />
          <AssignmentsSection detail={detail} />
          <EvidenceSection evidence={detail.evidence} at={key} />
          <HistorySection history={detail.history} />
        </>
      )}
    </article>
  );
}
