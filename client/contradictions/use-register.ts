import { useEffect, useState } from 'preact/hooks';
import type { Operator } from '../../server/operators/schema.ts';
import { type Reading, useReport } from '../deputy/reading.ts';
import { nameOf, t } from '../i18n/index.ts';
import type { View } from './address.ts';
import { reportAddress } from './service.ts';

const pageSize = 50;

/** The report of a view, as many of its rows as were asked for, and the names of the operators. */
export function useRegister<Report>(view: View): {
  reading: Reading<Report>;
  more(): void;
  operators: readonly Operator[];
  operatorName(code: string | null): string;
} {
  const filters = reportAddress(view, pageSize);
  const [shown, setShown] = useState({ filters, limit: pageSize });
  const limit = shown.filters === filters ? shown.limit : pageSize;
  const reading = useReport<Report>(reportAddress(view, limit));
  // What was there stays until more has come.
  const [kept, setKept] = useState<{ filters: string; reading: Reading<Report> } | null>(null);
  useEffect(() => {
    if (reading.state !== 'loading') setKept({ filters, reading });
  }, [reading, filters]);
  const names = useReport<{ rows: Operator[] }>('/api/operators');
  const operators = names.state === 'ready' ? names.report.rows : [];
  return {
    reading: reading.state === 'loading' && kept?.filters === filters ? kept.reading : reading,
    more: () => setShown({ filters, limit: limit + pageSize }),
    operators,
    operatorName(code) {
      if (!code) return t('contradictions.unknown-operator');
      const known = operators.find((operator) => operator.code === code);
      return known ? nameOf(known.names) : code;
    },
  };
}
