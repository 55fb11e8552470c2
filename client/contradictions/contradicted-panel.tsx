import type { ContradictionReport } from '../../server/contradictions/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { MoreRows } from '../deputy/pages.tsx';
import { PanelSkeleton } from '../deputy/skeletons.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { Size } from '../../server/contradictions/schema.ts';
import type { Way } from './address.ts';
import { None } from './none.tsx';
import { ContradictionTable } from './contradiction-table.tsx';
import { FileLinks } from './file-links.tsx';
import { FilterForm } from './filter-form.tsx';
import { Groups } from './groups.tsx';
import { useRegister } from './use-register.ts';

/** Claims that tests or inspections contradict: how many by whom and where, and each with what speaks against it. */
export function ContradictedPanel({ way }: { way: Way }) {
  const { reading, more, operators, operatorName } = useRegister<ContradictionReport>(way.at);
  if (reading.state === 'loading') return <PanelSkeleton />;
  if (reading.state === 'failed') {
    return <ProblemNotice problem={reading.problem} what="contradictions.failed" retry={reading.retry} />;
  }
  const { total, byOperator, byRegion, bySize, rows, regions } = reading.report;
  const regionName = (code: string) => {
    const region = regions.find((one) => one.code === code);
    return region ? nameOf(region.names) : code;
  };
  const claims = t('contradictions.claims');
  return (
    <>
      <FilterForm {...{ way, regions, operators }} />
      <section class="panel">
        <h2>{t('contradictions.misled')}</h2>
        {total.rows === 0 ? (
          <None way={way} what="contradictions.none" />
        ) : (
          <>
            <p role="status">
              {t('contradictions.count', { count: total.rows })}: {t('count.settlements', { count: total.settlements })}
              , {t('population.people', { count: total.residents })}.{' '}
              <span class="muted">{t('contradictions.order')}</span>
            </p>
            {viewer.value!.role !== 'operator' && (
              <Groups title={t('contradictions.by-operator')} groups={byOperator} nameOf={operatorName} rows={claims} />
            )}
            <Groups title={t('contradictions.by-region')} groups={byRegion} nameOf={regionName} rows={claims} />
            <Groups
              title={t('contradictions.by-size')}
              groups={bySize}
              nameOf={(size) => t(`settlement-size.${size as Size}`)}
              rows={claims}
            />
            <ContradictionTable {...{ rows, operatorName, regionName }} />
            <MoreRows shown={rows.length} total={total.rows} more={more} />
            <p class="muted">{t('contradictions.method')}</p>
            <FileLinks view={way.at} />
          </>
        )}
      </section>
    </>
  );
}
