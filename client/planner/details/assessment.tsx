import type { Assessment, BestService } from '../../../server/assessment/schema.ts';
import { date, nameOf, number, t } from '../../i18n/index.ts';
import { viewer } from '../../session/session.ts';
import { programme } from '../../store/state.ts';
import { Facts } from '../../ui/facts.tsx';
import { operatorName } from '../words.ts';

/** The speeds and the delay of a service, as far as they are known. */
export function speedText({ download, upload, latency }: Pick<BestService, 'download' | 'upload' | 'latency'>): string {
  const parts: string[] = [];
  if (download !== null && upload !== null) {
    parts.push(t('service.both', { download: number(download), upload: number(upload) }));
  } else if (download !== null) parts.push(t('service.download', { download: number(download) }));
  else if (upload !== null) parts.push(t('service.upload', { upload: number(upload) }));
  if (latency !== null) parts.push(t('service.latency', { latency: number(latency, 0) }));
  return parts.length === 0 ? t('service.unknown') : parts.join(', ');
}

/** The best service that is known, in a line. */
function bestWords(best: BestService | null): string {
  if (best === null) {
    return t(viewer.value!.role === 'operator' ? 'assessment.none-or-another' : 'assessment.no-service');
  }
  const { technology, operatorCode, kind } = best;
  return [
    technology && t(`technology.${technology}`),
    speedText(best),
    operatorCode && operatorName(operatorCode),
    t(`kind.${kind}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The status of the settlement, why, how sure, and what would be needed to say more. */
export function AssessmentSection({ assessment, challenged }: { assessment: Assessment | null; challenged: boolean }) {
  if (assessment === null) {
    return (
      <section>
        <h3>{t('assessment.title')}</h3>
        <p>{t('assessment.none')}</p>
      </section>
    );
  }
  const { status, flagged, reason, confidence, best, missing, assessedOn } = assessment;
  const { profile, populationThreshold } = programme.value!;
  return (
    <section>
      <h3>{t('assessment.title')}</h3>
      <p class="status">
        <span class={`status__badge status__badge--${status}`}>{t(`status.${status}`)}</span>
        {challenged && <span class="status__badge status__badge--contested">{t('challenge.challenged')}</span>}
        {flagged && <span class="status__flag">{t('assessment.flagged', { threshold: populationThreshold })}</span>}
      </p>
      <p>{t(`reason.${reason}`)}</p>
      <Facts
        facts={[
          [t('assessment.best'), bestWords(best)],
          [t('assessment.confidence'), t(`confidence.${confidence}`)],
          missing.length === 0
            ? null
            : [t('assessment.missing'), missing.map((what) => t(`missing.${what}`)).join(', ')],
          [t('assessment.rule'), `${nameOf(profile.names)}, ${t('assessment.as-of', { date: date(assessedOn) })}`],
        ]}
      />
    </section>
  );
}
