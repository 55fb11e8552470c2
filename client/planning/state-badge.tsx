import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { t } from '../i18n/index.ts';

const manners: Readonly<Record<Scenario['state'], string>> = {
  queued: '',
  running: 'state--sent',
  done: 'state--approved',
  cancelled: '',
  failed: 'standing--overdue',
};

/** How a plan stands; one that was cut short says so. */
export function StateBadge({ scenario: { state, summary } }: { scenario: Scenario }) {
  return (
    <span class={`state ${manners[state]}`}>
      {t(state === 'done' && summary?.cut ? 'scenario-state.cut' : `scenario-state.${state}`)}
    </span>
  );
}
