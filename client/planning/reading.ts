import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';

/** What is read of the service, as far as that has come. */
export interface Reading<Value> {
  value: Value | null;
  problem: unknown;
  /** Reads anew; what is there stays until then. */
  again(): void;
}

const hidden = () => document.visibilityState === 'hidden';

/**
 * Reads when `key` changes, and again after so many milliseconds while `isMoving` says so: not while nobody looks, and
 * at once when somebody looks again. A late reply to an earlier question is passed over.
 */
export function useReading<Value>(
  key: string,
  read: () => Promise<Value>,
  isMoving: (value: Value) => number | null = () => null,
): Reading<Value> {
  const [kept, setKept] = useState<{ key: string; value: Value | null; problem: unknown }>({
    key,
    value: null,
    problem: null,
  });
  const [tries, setTries] = useState(0);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function next(): void {
      clearTimeout(timer);
      latest.current().then(
        (value) => {
          if (!isWanted) return;
          setKept({ key, value, problem: null });
          const pause = isMoving(value);
          if (pause !== null) timer = setTimeout(() => !hidden() && next(), pause);
          isWaiting = pause !== null;
        },
        (problem: unknown) => {
          if (isWanted) setKept((before) => ({ key, value: before.key === key ? before.value : null, problem }));
        },
      );
    }
    let isWaiting = false;
    const look = () => void (!hidden() && isWaiting && next());
    document.addEventListener('visibilitychange', look);
    next();
    return () => {
      isWanted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [key, tries]);
  const again = () => setTries((count) => count + 1);
  return kept.key === key ? { value: kept.value, problem: kept.problem, again } : { value: null, problem: null, again };
}

export const isActive = ({ state }: Pick<Scenario, 'state'>): boolean => state === 'queued' || state === 'running';

/** How long to wait before asking after scenarios again, milliseconds: one alone each second, as the service asks. */
export const whileActive = (scenario: Scenario): number | null => (isActive(scenario) ? 1000 : null);
export const whileAnyActive = (all: readonly Scenario[]): number | null => (all.some(isActive) ? 2000 : null);
