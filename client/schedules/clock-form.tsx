import type { DayCount } from '../../server/calendar/schema.ts';
import { t } from '../i18n/index.ts';
import { ClockSetting } from '../ui/clock-setting.tsx';
import { loadOverview } from './overview-state.ts';
import { schedulesService } from './service.ts';
import { dayCount } from './words.ts';

/** How long operators have to answer where a schedule does not say otherwise; planners set it. */
export function ClockForm({ clock }: { clock: DayCount }) {
  return (
    <ClockSetting
      clock={clock}
      set={async (wanted) => {
        await schedulesService.setClock(wanted);
        await loadOverview();
      }}
      setting={t('clock.setting', { days: dayCount(clock.days, clock.kind) })}
      words={{
        explained: 'clock.set-explained',
        set: 'clock.set',
        done: 'clock.set-done',
        failed: 'clock.set-failed',
      }}
    />
  );
}
