import type { AssessedSettlement } from '../../geodata/assess-files.ts';
import type { Assessment, Reason } from '../assessment/schema.ts';

const sentences: Record<Reason, string> = {
  'inspection-meets': 'An inspection found service that meets the threshold.',
  'inspection-fails': 'An inspection found service below the threshold.',
  'measurement-meets': 'Measurements meet the threshold.',
  'measurement-contradicts': 'Measurements contradict the claim.',
  'claim-meets': 'A claim meets the threshold, and no measurement contradicts it.',
  'register-meets': 'The register lists service that meets the threshold.',
  'means-only': 'Means of tests are above the threshold, which does not prove that most users are.',
  'partly-covered': 'Only a part of the settlement has service.',
  'below-threshold': 'The best service is below the threshold.',
  'below-floor': 'The best service is below the floor of what counts as underserved.',
  'no-counting-technology': 'None of the technologies found counts under the profile.',
  'evidence-expired': 'All evidence is too old.',
  'too-few-tests': 'There are too few tests to say anything.',
  'tests-undecided': 'There are tests, but they do not decide either way.',
  'no-evidence': 'There is no evidence.',
};

/** One settlement as it is written for an analyst. */
export function rowOf({ settlement, assessment }: AssessedSettlement) {
  const { code, names, population, longitude, latitude } = settlement;
  const { status, flagged, confidence, best, reason, missing } = assessment;
  return {
    code,
    name: names.ru || names.kk || names.en,
    population,
    longitude,
    latitude,
    status,
    flagged,
    confidence,
    best_service: best === null ? null : serviceOf(best),
    best_operator: best?.operatorCode ?? null,
    best_technology: best?.technology ?? null,
    best_download_mbps: best?.download ?? null,
    best_upload_mbps: best?.upload ?? null,
    best_latency_ms: best?.latency ?? null,
    reason: sentences[reason],
    reason_code: reason,
    missing: missing.join('; '),
  };
}

/** `fibre, 100/20 Mbit/s, by kazakhtelecom (claim)` */
function serviceOf({ kind, technology, download, upload, operatorCode }: NonNullable<Assessment['best']>): string {
  const speed =
    download === null ? 'speed unknown' : `${[download, upload].filter((s) => s !== null).join('/')} Mbit/s`;
  const by = operatorCode === null ? '' : `, by ${operatorCode}`;
  return `${technology ?? 'technology unknown'}, ${speed}${by} (${kind})`;
}
