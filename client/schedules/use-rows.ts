import { batch } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { followChanges } from './follow.ts';
import { openRequests, readRequests } from './requests.ts';
import { loadBasics, newest, reading, readRows, rows } from './rows.ts';

/** Reads an operator's rows, and keeps them as the service has them until the page is left. Gives the way to try again. */
export function useRows(operatorCode: string): () => void {
  async function read(): Promise<void> {
    const [next, requests] = await Promise.all([readRows(operatorCode), readRequests(operatorCode), loadBasics()]);
    batch(() => {
      rows.value = newest(rows.value, next);
      openRequests.value = requests;
      reading.value = { state: 'ready' };
    });
  }

  async function start(): Promise<void> {
    reading.value = { state: 'loading' };
    try {
      await read();
    } catch (problem) {
      reading.value = { state: 'failed', problem };
    }
  }

  useEffect(() => {
    rows.value = [];
    void start();
    return followChanges(read);
  }, [operatorCode]);
  return () => void start();
}
