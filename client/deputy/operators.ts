import { nameOf } from '../i18n/index.ts';
import { useReport } from './reading.ts';
import { addressOf, type Replies } from './service.ts';
import { view } from './address.ts';

/** What operators are called; until that is known, by their codes. */
export function useOperators(): (code: string) => string {
  const operators = useReport<Replies['operators']>(addressOf.operators(view.value));
  const rows = operators.state === 'ready' ? operators.report.rows : [];
  return (code) => {
    const names = rows.find((operator) => operator.code === code)?.names;
    return names === undefined ? code : nameOf(names);
  };
}
