import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchCode } from '../store/code.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** A part of a page whose code comes by itself, so that the page need not wait for it. */
export function later(load: () => Promise<FunctionComponent>): FunctionComponent {
  return () => {
    const [Part, setPart] = useState<FunctionComponent | null>(null);
    const [problem, setProblem] = useState<unknown>(null);
    function begin(): void {
      setProblem(null);
      fetchCode(load).then((part) => setPart(() => part), setProblem);
    }
    useEffect(begin, []);
    if (problem !== null) return <ProblemNotice problem={problem} what="problem.not-opened" retry={begin} />;
    return Part && <Part />;
  };
}
