import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../i18n/messages.ts';
import { service } from '../store/service.ts';
import { operators } from '../store/state.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface Properties {
  loading: MessageKey;
  failed: MessageKey;
  children: ComponentChildren;
}

/** What needs the names of the operators, once they are there. */
export function WithOperators({ loading, failed, children }: Properties) {
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  function load(): void {
    setProblem(null);
    service.operators().then((all) => {
      operators.value = all;
      setReady(true);
    }, setProblem);
  }
  useEffect(load, []);
  if (problem !== null) return <ProblemNotice problem={problem} what={failed} retry={load} />;
  return ready ? <>{children}</> : <ListSkeleton what={loading} />;
}
