import { useEffect, useRef } from 'preact/hooks';
import type { Coverage } from '../../server/reports/schema.ts';
import { FirstRun } from '../first-run/first-run.tsx';
import { nameOf, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { Problem } from '../store/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { Way } from './address.ts';
import { ChangesTab } from './changes-tab.tsx';
import { figuresOfPlace } from './figures.ts';
import { Headline } from './headline.tsx';
import { OverdueTab } from './overdue-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PastBanner } from './past-banner.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { type Reading, useReport } from './reading.ts';
import { addressOf } from './service.ts';
import { SettlementsTab } from './settlements-tab.tsx';
import { HeadlineSkeleton, PanelSkeleton } from './skeletons.tsx';
import { Tabs } from './tabs.tsx';

/** All that is asked about one place: which it is, how far it is served, and the part of the page that is open. */
export function Desk({ way }: { way: Way }) {
  const { at } = way;
  const reading = useReport<Coverage>(addressOf.coverage(at));
  const coverage = reading.state === 'ready' ? reading.report : null;
  return (
    <main id="coverage" class="coverage__body" aria-busy={reading.state === 'loading'}>
      {at.knownOn !== '' && <PastBanner way={way} />}
      {reading.state !== 'loading' && viewer.value?.role === 'deputy' && <FirstRun />}
      <PlaceHeading way={way} coverage={coverage} />
      <PlaceChoice way={way} coverage={coverage} />
      <Body way={way} reading={reading} />
    </main>
  );
}

/** The name of the place. Whoever goes to another place by the keyboard goes on from here. */
function PlaceHeading({ way, coverage }: { way: Way; coverage: Coverage | null }) {
  const { region, district, knownOn } = way.at;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current!.focus();
    isFirst.current = false;
  }, [region, district, knownOn]);
  const named = (places: Coverage['regions'] | undefined, code: string) => {
    const names = places?.find((place) => place.code === code)?.names;
    return names === undefined ? code : nameOf(names);
  };
  const parts = [
    region === '' ? t('coverage.country') : named(coverage?.regions, region),
    ...(district === '' ? [] : [named(coverage?.districts, district)]),
  ];
  return (
    <h2 ref={heading} class="coverage__place" tabIndex={-1}>
      {coverage === null && region !== '' ? <span class="muted">…</span> : parts.join(', ')}
    </h2>
  );
}

function Body({ way, reading }: { way: Way; reading: Reading<Coverage> }) {
  const { at } = way;
  if (reading.state === 'loading') {
    return (
      <>
        <HeadlineSkeleton />
        <Tabs way={way} overdue={null} />
        <PanelSkeleton />
      </>
    );
  }
  if (reading.state === 'failed') {
    const { problem, retry } = reading;
    // There was nothing to know on that date: no failure, but an answer.
    if (problem instanceof Problem && problem.status === 409) {
      return <p class="empty">{t(at.knownOn === '' ? 'coverage.no-programme' : 'coverage.nothing-known')}</p>;
    }
    return <ProblemNotice problem={problem} what="coverage.failed" retry={retry} />;
  }
  const coverage = reading.report;
  const figures = figuresOfPlace(coverage, at.district);
  if (figures === null || figures.all.settlements === 0) {
    return <p class="empty">{t(at.region === '' ? 'coverage.no-programme' : 'coverage.no-settlements')}</p>;
  }
  return (
    <>
      <Headline coverage={coverage} figures={figures} way={way} />
      <Tabs way={way} overdue={figures.overdue.settlements} />
      {at.tab === 'overview' && <OverviewTab coverage={coverage} figures={figures} way={way} />}
      {at.tab === 'overdue' && <OverdueTab coverage={coverage} way={way} />}
      {at.tab === 'changes' && <ChangesTab way={way} />}
      {at.tab === 'settlements' && <SettlementsTab coverage={coverage} way={way} />}
    </>
  );
}
