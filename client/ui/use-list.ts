import { useEffect, useRef, useState } from 'preact/hooks';
import { followChanges } from '../schedules/follow.ts';

const pageSize = 50;

interface Source<Filters, Row> {
  /** What the query of an address asks for, and the query that asks for it. */
  read(query: string): Filters;
  write(filters: Filters): string;
  /** The first rows, at most `limit`, and whether there are more. @throws {Problem} */
  fetch(filters: Filters, limit: number): Promise<{ rows: Row[]; next: string | null }>;
}

/** A list whose filters are in the address: read anew when they change, and when anything else does. */
export function useList<Filters extends object, Row>({ read, write, fetch }: Source<Filters, Row>) {
  const [filters, setFilters] = useState(() => read(location.search));
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const shown = useRef(pageSize);
  // Replies may come in another order than they were asked for.
  const asked = useRef<Filters>(filters);

  async function load(): Promise<void> {
    const wanted = asked.current;
    try {
      const page = await fetch(wanted, shown.current);
      if (wanted !== asked.current) return;
      setRows(page.rows);
      setNext(page.next);
      setProblem(null);
    } catch (caught) {
      setProblem(caught);
    }
  }
  async function more(): Promise<void> {
    shown.current += pageSize;
    await load();
  }
  function show(wanted: Filters): void {
    asked.current = wanted;
    shown.current = pageSize;
    setFilters(wanted);
    void load();
  }
  function change(changes: Partial<Filters>): void {
    const wanted = { ...filters, ...changes };
    history.pushState(null, '', location.pathname + write(wanted));
    show(wanted);
  }

  useEffect(() => {
    void load();
    const back = () => show(read(location.search));
    addEventListener('popstate', back);
    const stop = followChanges(load);
    return () => {
      stop();
      removeEventListener('popstate', back);
    };
  }, []);

  const clear = () => change(read(''));
  return { filters, change, clear, rows, next, problem, load, more, filtered: write(filters) !== '' };
}
