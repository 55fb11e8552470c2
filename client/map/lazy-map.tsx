import { useEffect, useState } from 'preact/hooks';
import { fetchCode } from '../store/code.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { PlainMap, PlainMapProperties } from './plain-map.tsx';

/** The map, whose code comes after the list that shows the same. */
export function LazyMap(properties: PlainMapProperties) {
  const [Map, setMap] = useState<typeof PlainMap | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  function begin(): void {
    setProblem(null);
    fetchCode(() => import('./plain-map.tsx')).then((code) => setMap(() => code.PlainMap), setProblem);
  }
  useEffect(begin, []);
  if (problem !== null) return <ProblemNotice problem={problem} what="problem.not-opened" retry={begin} />;
  return Map === null ? <div class="plain-map skeleton" /> : <Map {...properties} />;
}
