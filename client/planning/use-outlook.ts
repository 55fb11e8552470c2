import { useEffect, useState } from 'preact/hooks';
import type { PlanOutlook } from '../../server/planning/requests/schema.ts';
import { meet } from './known.ts';
import { type AskedPlan, planningService } from './service.ts';

/** A person may still be writing, milliseconds. */
const pause = 500;

export interface OutlookReading {
  value: PlanOutlook | null;
  isComing: boolean;
  problem: unknown;
}

/**
 * What a plan would be made from, asked anew when what is asked has changed, or `state`, on which it depends too; null is
 * nothing that can be asked.
 */
export function useOutlook(asked: AskedPlan | null, state: string): OutlookReading {
  const [reading, setReading] = useState<OutlookReading>({ value: null, isComing: true, problem: null });
  // The name and the time to search change nothing of it.
  const key = asked === null ? '' : JSON.stringify([{ ...asked, name: '', effort: 'full' }, state]);
  useEffect(() => {
    if (asked === null) return setReading({ value: null, isComing: false, problem: null });
    setReading((before) => ({ ...before, isComing: true }));
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      planningService.outlook(asked, giveUp.signal).then(
        async (value) => {
          setReading({ value, isComing: false, problem: null });
          await meet(value.problems.flatMap(({ settlements }) => settlements)).catch(() => {});
        },
        (problem: unknown) => {
          if (!giveUp.signal.aborted) setReading({ value: null, isComing: false, problem });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [key]);
  return reading;
}
