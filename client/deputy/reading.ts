import { useEffect, useState } from 'preact/hooks';
import { request } from '../store/request.ts';

/** How the reading of a report stands. */
export type Reading<Report> =
  { state: 'loading' } | { state: 'ready'; report: Report } | { state: 'failed'; problem: unknown; retry: () => void };

/** Reads a report from its address, and again when that changes; a late reply to an earlier question is passed over. */
export function useReport<Report>(address: string): Reading<Report> {
  const [kept, setKept] = useState<{ address: string; reading: Reading<Report> } | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const keep = (reading: Reading<Report>) => isWanted && setKept({ address, reading });
    const retry = () => {
      keep({ state: 'loading' });
      setTries((count) => count + 1);
    };
    request<Report>('GET', address).then(
      (report) => keep({ state: 'ready', report }),
      (problem: unknown) => keep({ state: 'failed', problem, retry }),
    );
    return () => void (isWanted = false);
  }, [address, tries]);
  return kept?.address === address ? kept.reading : { state: 'loading' };
}
