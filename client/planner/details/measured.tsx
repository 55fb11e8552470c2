import { useEffect, useState } from 'preact/hooks';
import type { Assessment, Measured } from '../../../server/assessment/schema.ts';
import { confidenceText } from '../../contradictions/words.ts';
import { date, learn, number, t } from '../../i18n/index.ts';
import { programme } from '../../store/state.ts';
import { Facts } from '../../ui/facts.tsx';
import { operatorName } from '../words.ts';

/** What the tests at the settlement amount to, with what confidence and by what method, and what is missing. */
export function MeasuredSection({ assessment }: { assessment: Assessment | null }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // The texts come when they are needed; without them nothing is said here.
    learn('measured').then(
      () => setReady(true),
      () => {},
    );
  }, []);
  const measured = assessment?.measured ?? [];
  if (!ready || (measured.length === 0 && (assessment?.covered ?? null) === null)) return null;
  const model = programme.value!.profile.measuring;
  return (
    <section>
      <h3>{t('measured.title')}</h3>
      {assessment!.covered !== null && (
        <p>
          {t(assessment!.coveredBy === 'residents' ? 'measured.covered-residents' : 'measured.covered')}:{' '}
          {t('measured.percent', { percent: number(assessment!.covered * 100) })}
        </p>
      )}
      <ul class="cards">
        {measured.map((one) => (
          <MeasuredCard key={`${one.operatorCode} ${one.family}`} measured={one} />
        ))}
      </ul>
      {measured.length > 0 && (
        <p class="muted">
          <small>
            {t('measured.method', {
              bias: t('measured.percent', { percent: number(model.bias * 100) }),
              support: t('measured.percent', { percent: number(model.supportAt * 100) }),
              contradict: t('measured.percent', { percent: number(model.contradictAt * 100) }),
            })}
          </small>
        </p>
      )}
    </section>
  );
}

function MeasuredCard({ measured }: { measured: Measured }) {
  const { operatorCode, tests, devices, worth, latest, download, meets, reachesFloor, verdict, meansOnly } = measured;
  const { measuring } = programme.value!.profile;
  return (
    <li class="card">
      <p>
        <strong>{operatorCode === null ? t('measured.anybody') : operatorName(operatorCode)}</strong>
      </p>
      <p>
        {t('measured.tests')} {t(`measured-verdict.${verdict}`, { tests: measuring.tests, devices: measuring.devices })}
        .
      </p>
      <Facts
        facts={[
          download && [
            t('measured.typical'),
            `${t('service.download', { download: number(download.typical) })}, ${t('measured.between', { low: number(download.low), high: number(download.high) })}`,
          ],
          download && [t('measured.meets'), confidenceText(meets)],
          download && [t('measured.floor'), confidenceText(reachesFloor)],
          [
            t('measured.tests'),
            <>
              {t('evidence.tests', { count: tests })}, {t('evidence.devices', { count: devices })};{' '}
              {t('measured.worth', { worth: number(worth) })}
              {latest && `; ${t('measured.latest', { date: date(latest) })}`}
            </>,
          ],
        ]}
      />
      {meansOnly && <p class="muted">{t('measured.means-only')}</p>}
    </li>
  );
}
