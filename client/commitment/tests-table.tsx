import type { Inspection, SpeedTest, Wanted } from '../../server/construction/schema.ts';
import { failingOf, medianOf } from '../../server/construction/rules.ts';
import { number, t } from '../i18n/index.ts';
import { figures } from './test-draft.ts';

interface LineProperties {
  median: SpeedTest;
  /** Null where the profile does not count the technology. */
  wanted: Wanted | null;
  failing: Inspection['failing'];
  count: number;
}

/** The median, what is wanted, and whether it is enough: in words, not by colour alone. */
export function MedianLine({ median, wanted, failing, count }: LineProperties) {
  const passes = failing.length === 0;
  const speeds = t('service.both', { download: median.download, upload: median.upload });
  return (
    <p class={passes ? 'median median--enough' : 'median'}>
      <strong>
        {t('speed.median', { count })}: {speeds}, {t('service.latency', { latency: median.latency })}.
      </strong>{' '}
      {wanted === null ? t('speed.technology') : wantedWords(wanted)}{' '}
      <strong>
        {passes
          ? t('speed.enough')
          : t('speed.short', { figures: failing.map((figure) => t(`falling-short.${figure}`)).join(', ') })}
      </strong>
    </p>
  );
}

/** "Wanted: at least 100 Mbit/s down, at most 100 ms." */
function wantedWords({ download, upload, latency }: Wanted): string {
  const atLeast = [t('service.download', { download }), upload !== null && t('service.upload', { upload })];
  const figures = [
    t('speed.at-least', { figures: atLeast.filter(Boolean).join(', ') }),
    latency !== null && t('speed.at-most', { figures: t('service.latency', { latency }) }),
  ];
  return t('speed.wanted', { figures: figures.filter(Boolean).join(', ') });
}

/** Tests that were made, with their median against what is wanted, where that is said. */
export function TestsTable({ tests, wanted }: { tests: readonly SpeedTest[]; wanted?: Wanted | null }) {
  if (tests.length === 0) return null;
  const median = medianOf(tests);
  return (
    <>
      <table class="table speeds">
        <thead>
          <tr>
            <th scope="col">{t('speed.test')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {t(`speed.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tests.map((test, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a test is what its place makes it
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {figures.map((figure) => (
                <td key={figure}>{number(test[figure])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {wanted !== undefined && (
        <MedianLine median={median} wanted={wanted} failing={failingOf(median, wanted)} count={tests.length} />
      )}
    </>
  );
}
