import { number, t } from '../i18n/index.ts';
import { tabs, type Way } from './address.ts';
import { ViewLink } from './view-link.tsx';

/** The parts of the page; of what is overdue the link says how much, once it is known. */
export function Tabs({ way, overdue }: { way: Way; overdue: number | null }) {
  return (
    <nav class="coverage-tabs" aria-label={t('coverage.parts')}>
      {tabs.map((tab) => (
        <ViewLink key={tab} way={way} to={{ tab }} current={tab === way.at.tab ? 'page' : undefined}>
          {t(`coverage-tab.${tab}`)}
          {tab === 'overdue' && !!overdue && <span class="coverage-tabs__count">{number(overdue)}</span>}
        </ViewLink>
      ))}
    </nav>
  );
}
