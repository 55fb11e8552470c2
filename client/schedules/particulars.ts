// What the list leaves to be asked for: amounts, the officer, when it was sent.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Assignment } from '../../server/assignments/schema.ts';
import { service } from '../store/service.ts';
import { idOf, type Row } from './rows.ts';

const known = signal<ReadonlyMap<string, Assignment>>(new Map());

const textOf = (row: Row) => `${idOf(row)}:${row.version}`;

async function load(row: Row): Promise<void> {
  const { assignments } = await service.settlement(row);
  const found = assignments.find(({ number }) => number === row.number);
  if (found !== undefined) known.value = new Map([...known.value, [textOf(row), found]]);
}

/** An assignment whole, once it has come; it is asked for when it is `wanted`. */
export function useParticulars(row: Row | null, wanted = true) {
  const [problem, setProblem] = useState<unknown>(null);
  const text = row && textOf(row);
  const standing = (text !== null && known.value.get(text)) || null;

  function ask(): void {
    setProblem(null);
    if (row !== null && standing === null) load(row).catch(setProblem);
  }
  useEffect(() => {
    if (wanted) ask();
  }, [wanted, text]);
  return { standing, problem, retry: ask };
}
