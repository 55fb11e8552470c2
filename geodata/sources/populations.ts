import { Cells } from '../checks/cells.ts';
import { populationOf } from './settlement-fields.ts';
import type { Source } from './source.ts';

/** The population of settlements by code, as CSV or XLSX. */
export const populations: Source<'populations'> = {
  kind: 'populations',
  title: 'populations (CSV, XLSX)',
  target: 'populations',
  fields: [
    { name: 'code', headers: ['kato', 'te', 'settlement_code'], about: 'code of the settlement' },
    { name: 'population', about: 'residents' },
    { name: 'date', headers: ['population_date'], about: 'the date of the population' },
    { name: 'source', headers: ['population_source'], about: 'where the population comes from' },
  ],
  needs: [['code'], ['population']],
  looksRight: ({ format }) => format === 'table',
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    const code = cells.required('code');
    cells.required('population');
    const population = populationOf(cells);
    const date = cells.date('date') ?? dated;
    if (cells.faults.length > 0 || population === null) return { row: null, faults: cells.faults };
    return { row: { code, population, date, source: cells.text('source') || null }, faults: [] };
  },
};
