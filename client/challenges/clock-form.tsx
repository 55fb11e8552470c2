import { useEffect, useState } from 'preact/hooks';
import type { DayCount } from '../../server/calendar/schema.ts';
import { t } from '../i18n/index.ts';
import { ClockSetting } from '../ui/clock-setting.tsx';
import { challengesService } from './service.ts';

/** How long operators have for a rebuttal; planners set it. */
export function ClockForm() {
  const [clock, setClock] = useState<DayCount | null>(null);
  useEffect(() => {
    challengesService.clock().then(setClock, () => {});
  }, []);
  if (clock === null) return null;
  return (
    <ClockSetting
      clock={clock}
      set={async (wanted) => setClock(await challengesService.setClock(wanted))}
      setting={t('challenge-clock.setting', { days: t(`challenge-clock.${clock.kind}-days`, { count: clock.days }) })}
      words={{
        explained: 'challenge-clock.explained',
        set: 'challenge-clock.set',
        done: 'challenge-clock.set-done',
        failed: 'challenge-clock.set-failed',
      }}
    />
  );
}
