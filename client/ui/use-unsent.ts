import { useEffect, useRef } from 'preact/hooks';

/** Whether something is written that nobody else has yet: as long as it is, the browser asks before it leaves the page. */
export function useUnsent(): { current: boolean } {
  const unsent = useRef(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsent.current) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  return unsent;
}
