import { Cells } from '../checks/cells.ts';
import { claimedService, serviceFields } from './evidence.ts';
import type { Source } from './source.ts';

/** An official list of settlements and their service: a contract, a subsidy, a licence. CSV or XLSX. */
export const register: Source<'evidence'> = {
  kind: 'register',
  title: 'register of service (CSV, XLSX)',
  target: 'evidence',
  fields: [
    { name: 'code', headers: ['kato', 'te', 'settlement_code'], about: 'code of the settlement' },
    ...serviceFields,
  ],
  needs: [['code'], ['operator', 'technology', 'download'], ['technology', 'download', 'date']],
  looksRight: ({ format }) => format === 'table',
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    const code = cells.required('code');
    const service = claimedService(cells, dated);
    if (cells.faults.length > 0) return { row: null, faults: cells.faults };
    return { row: { kind: 'register', ...service, identity: null, where: { type: 'settlement', code } }, faults: [] };
  },
};
