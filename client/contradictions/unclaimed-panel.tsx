import type { Size, UnclaimedReport } from '../../server/contradictions/schema.ts';
import { MoreRows } from '../deputy/pages.tsx';
import { PanelSkeleton } from '../deputy/skeletons.tsx';
import { date, nameOf, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { Way } from './address.ts';
import { None } from './none.tsx';
import { FileLinks } from './file-links.tsx';
import { FilterForm } from './filter-form.tsx';
import { Groups } from './groups.tsx';
import { useRegister } from './use-register.ts';
import { confidenceText, downloadText, placeAddress, residentsText } from './words.ts';

/** Settlements where tests show service that no operator claims and no register lists. */
export function UnclaimedPanel({ way }: { way: Way }) {
  const { reading, more, operators, operatorName } = useRegister<UnclaimedReport>(way.at);
  if (reading.state === 'loading') return <PanelSkeleton />;
  if (reading.state === 'failed') {
    return <ProblemNotice problem={reading.problem} what="contradictions.failed" retry={reading.retry} />;
  }
  const { total, byRegion, bySize, rows, regions } = reading.report;
  const regionName = (code: string) => {
    const region = regions.find((one) => one.code === code);
    return region ? nameOf(region.names) : code;
  };
  return (
    <>
      <FilterForm {...{ way, regions, operators }} />
      <section class="panel">
        <h2>{t('contradictions.unclaimed')}</h2>
        {total.rows === 0 ? (
          <None way={way} what="contradictions.none-unclaimed" />
        ) : (
          <>
            <p role="status">
              {t('count.settlements', { count: total.settlements })},{' '}
              {t('population.people', { count: total.residents })}
            </p>
            <Groups title={t('contradictions.by-region')} groups={byRegion} nameOf={regionName} />
            <Groups
              title={t('contradictions.by-size')}
              groups={bySize}
              nameOf={(size) => t(`settlement-size.${size as Size}`)}
            />
            <table id="unclaimed-rows" class="table row-list">
              <thead>
                <tr>
                  <th scope="col">{t('list.settlement')}</th>
                  <th scope="col">{t('contradictions.found')}</th>
                  <th scope="col">{t('contradictions.some-service')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.regionCode}:${row.code}`}>
                    <th scope="row">
                      <a href={placeAddress(row)}>{nameOf(row.names)}</a>
                      <div class="muted">{regionName(row.regionCode)}</div>
                      <div class="muted">{residentsText(row.population)}</div>
                    </th>
                    <td>
                      <span class="row-label">{t('contradictions.found')}: </span>
                      {downloadText(row.measured.download?.typical ?? null)}
                      <div class="muted">
                        {[
                          operatorName(row.measured.operatorCode),
                          t('evidence.tests', { count: row.measured.tests }),
                          t('evidence.devices', { count: row.measured.devices }),
                          row.measured.latest && date(row.measured.latest),
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </div>
                    </td>
                    <td>
                      <span class="row-label">{t('contradictions.some-service')}: </span>
                      {confidenceText(row.measured.reachesFloor)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <MoreRows shown={rows.length} total={total.rows} more={more} />
            <p class="muted">{t('contradictions.method-unclaimed')}</p>
            <FileLinks view={way.at} />
          </>
        )}
      </section>
    </>
  );
}
