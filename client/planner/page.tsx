import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { MapView } from '../map/map-view.tsx';
import { mayPlan, viewer } from '../session/session.ts';
import { recallActions } from '../store/acting.ts';
import { follow } from '../store/changes.ts';
import { loadBoundaries, loading, takeLoaded } from '../store/load.ts';
import { matching, place, selected } from '../store/state.ts';
import { GeneratedBanner } from '../ui/generated-banner.tsx';
import { LineBanner } from '../ui/line-banner.tsx';
import { Notices } from '../ui/notices.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { followAddress } from './address-sync.ts';
import { AmendDialog } from './amend/amend-dialog.tsx';
import { WithdrawDialog } from './amend/withdraw-dialog.tsx';
import { AssignDialog } from './assign/assign-dialog.tsx';
import { ActionBar } from './bar/action-bar.tsx';
import { OutboxSlot } from '../outbox/slot.tsx';
import { TopBar } from './bar/top-bar.tsx';
import { ChangedByOthers } from './changed-by-others.tsx';
import { CompareDialog } from './compare/compare-dialog.tsx';
import { Details } from './details/details.tsx';
import { openDialog } from './dialogs.ts';
import { HelpDialog } from './help-dialog.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { followKeys } from './keys.ts';
import { ListPanel } from './list/list-panel.tsx';
import { ReplyDialog } from './reply/reply-dialog.tsx';
import { tab, tabs } from './tab.ts';

/** Loads the country, then keeps page, address and service in step until the page is left. */
function usePlanner(): { retry(): void } {
  const stops: (() => void)[] = [];
  async function start(): Promise<void> {
    const cursor = await takeLoaded();
    if (cursor === null) return;
    stops.push(followAddress(viewer.value!), follow(cursor), followKeys(), followPlace());
    if (mayPlan()) await recallActions(viewer.value!.login).catch(() => {});
  }
  useEffect(() => {
    void start();
    return () => stops.forEach((stop) => stop());
  }, []);
  return { retry: () => void start() };
}

/** On narrow screens a settlement that is opened comes to the front. */
function followPlace(): () => void {
  return place.subscribe((open) => {
    if (open !== null && tab.peek() === 'list') tab.value = 'details';
  });
}

/** The page on which a planner works all day, and on which operators and deputies read. */
export function PlannerPage() {
  const { retry } = usePlanner();
  const { value } = loading;
  const ready = value.state === 'ready' || value.state === 'partial';
  return (
    <div class="page">
      <a class="skip" href="#settlements">
        {t('planner.skip')}
      </a>
      <GeneratedBanner />
      <LineBanner />
      <TopBar />
      <OutboxSlot />
      <nav class="tabs" aria-label={t('tabs.title')}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={tab.value === one ? 'page' : undefined}
            onClick={() => (tab.value = one)}
          >
            {t(`tabs.${one}`)}
            {one === 'list' && ready && <span class="tabs__count">{matching.value.length}</span>}
          </button>
        ))}
      </nav>
      {value.state === 'partial' && (
        <ProblemNotice problem={value.problem} what="load.partial" retry={() => void loadBoundaries()} />
      )}
      <main class={`work work--${tab.value}`} aria-busy={value.state === 'loading'}>
        {value.state === 'failed' ? (
          <ProblemNotice problem={value.problem} what="load.failed" retry={retry} />
        ) : (
          <>
            <div class="work__list">{ready ? <ListPanel /> : <Skeleton rows={9} />}</div>
            <div class="work__map">{ready ? <MapView /> : <div class="skeleton skeleton--map" />}</div>
            <aside class="work__details" aria-label={t('tabs.details')}>
              {ready ? <Details /> : <Skeleton rows={4} />}
            </aside>
          </>
        )}
      </main>
      {ready && selected.value && <ActionBar />}
      {ready && <ChangedByOthers />}
      <Notices />
      <OpenDialog />
    </div>
  );
}

function Skeleton({ rows }: { rows: number }) {
  return (
    <div class="skeletons">
      <p class="visually-hidden" role="status">
        {t('load.loading')}
      </p>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} class="skeleton" />
      ))}
    </div>
  );
}

function OpenDialog() {
  const open = openDialog.value;
  switch (open?.type) {
    case 'assign':
      return <AssignDialog rows={open.rows} />;
    case 'amend':
      return <AmendDialog assignments={open.assignments} />;
    case 'withdraw':
      return <WithdrawDialog assignments={open.assignments} />;
    case 'reply':
      return <ReplyDialog {...open} />;
    case 'compare':
      return <CompareDialog comparisons={open.comparisons} />;
    case 'history':
      return <HistoryPanel />;
    case 'help':
      return <HelpDialog />;
    default:
      return null;
  }
}
