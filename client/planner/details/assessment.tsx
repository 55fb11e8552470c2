import type { Assessment, BestService } from '../../../server/assessment/schema.ts';
import { date, nameOf, number, t } from '../../i18n/index.ts';
import { viewer } from '../../session/session.ts';
import { programme } from '../../store/state.ts';
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
      <dl class="facts">
        <dt>{t('assessment.best')}</dt>
        <dd>
          {best === null
            ? t(viewer.value!.role === 'operator' ? 'assessment.none-or-another' : 'assessment.no-service')
            : [
                best.technology && t(`technology.${best.technology}`),
                speedText(best),
                best.operatorCode && operatorName(best.operatorCode),
                t(`kind.${best.kind}`),
              ]
                .filter(Boolean)
                .join(' · ')}
        </dd>
        <dt>{t('assessment.confidence')}</dt>
        <dd>{t(`confidence.${confidence}`)}</dd>
        {missing.length > 0 && (
          <>
            <dt>{t('assessment.missing')}</dt>
            <dd>{missing.map((what) => t(`missing.${what}`)).join(', ')}</dd>
          </>
        )}
        <dt>{t('assessment.rule')}</dt>
        <dd>
          {nameOf(profile.names)}, {t('assessment.as-of', { date: date(assessedOn) })}
        </dd>
      </dl>
    </section>
  );
}
