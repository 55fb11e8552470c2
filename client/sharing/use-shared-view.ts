import { useEffect, useState } from 'preact/hooks';
import type { SharedView } from '../../server/sharing/schema.ts';
import { operators } from '../store/state.ts';
import { sharingService } from './service.ts';

/** How often a live view asks whether anything has changed, milliseconds. */
const askEvery = 30_000;

/** What a link shows. A live one is asked for again and again while somebody looks at it, and told when that last went well. */
export function useSharedView(token: string) {
  const [view, setView] = useState<SharedView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [confirmedAt, setConfirmedAt] = useState('');

  async function load(): Promise<void> {
    try {
      const found = await sharingService.view(token);
      operators.value = found.operators.map((one) => ({ ...one, quarterlyCapacity: null }));
      setView((shown) => (shown?.state === found.state ? shown : found));
      setConfirmedAt(new Date().toISOString());
      setProblem(null);
    } catch (caught) {
      setProblem(caught);
    }
  }

  useEffect(() => void load(), []);
  const isLive = view?.frozenOn === null;
  useEffect(() => {
    if (!isLive) return undefined;
    const ask = () => void (document.visibilityState === 'visible' && load());
    const timer = setInterval(ask, askEvery);
    document.addEventListener('visibilitychange', ask);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      removeEventListener('online', ask);
    };
  }, [isLive]);
  return { view, problem, confirmedAt, load };
}
