import { areaOfRecord } from '../checks/areas.ts';
import { Cells } from '../checks/cells.ts';
import { claimedService, serviceFields } from './evidence.ts';
import type { Source } from './source.ts';

/** What operators claim to cover: polygons as GeoJSON or a zipped Shapefile. */
export const coverage: Source<'evidence'> = {
  kind: 'coverage',
  title: 'coverage polygons (GeoJSON, Shapefile)',
  target: 'evidence',
  fields: serviceFields,
  needs: [
    ['operator', 'technology'],
    ['technology', 'download'],
  ],
  looksRight: ({ format, sample }) =>
    format === 'features' && sample.some(({ geometry }) => geometry?.type.endsWith('Polygon')),
  parse(record, { columns, decimalComma, dated }) {
    const cells = new Cells(record, columns, decimalComma);
    const service = claimedService(cells, dated);
    const geometry = areaOfRecord(record, cells);
    if (cells.faults.length > 0 || geometry === null) return { row: null, faults: cells.faults };
    return { row: { kind: 'claim', ...service, identity: null, where: { type: 'area', geometry } }, faults: [] };
  },
};
