import { identifierOf } from '../../server/changes/identifier.ts';
import type { Evidence, Technology } from '../../server/coverage/schema.ts';
import type { Cells } from '../checks/cells.ts';
import { technologyOf } from './technologies.ts';
import type { EvidenceRow, Field } from './source.ts';

/** A Mbit/s beyond which a speed is a slip of the pen, and milliseconds. */
const fastest = 1_000_000;
const slowest = 100_000;

/** What a claim or register says of service; without tests, which it has none of. */
export function claimedService(cells: Cells, dated: string | null) {
  return {
    operator: cells.text('operator') || null,
    technology: technologyIn(cells),
    download: cells.number('download', { maximum: fastest }),
    upload: cells.number('upload', { maximum: fastest }),
    latency: cells.number('latency', { maximum: slowest }),
    tests: null,
    devices: null,
    observedOn: cells.date('date') ?? dated,
  };
}

/** The technology of a record; null where it is empty, or not known and noted. */
export function technologyIn(cells: Cells, field = 'technology'): Technology | null {
  const text = cells.text(field);
  if (text === '') return null;
  const technology = technologyOf(text);
  if (technology === null) cells.fault(field, 'unknown-technology');
  return technology;
}

export const serviceFields: readonly Field[] = [
  { name: 'operator', headers: ['brand_name', 'provider', 'network'], about: 'who provides the service' },
  { name: 'technology', headers: ['tech'], about: 'fibre, cable, copper, fixed-wireless, 2g, 3g, 4g, 5g, satellite' },
  {
    name: 'download',
    headers: ['download_mbps', 'speed', 'max_advertised_download_speed', 'down'],
    about: 'Mbit/s towards the user',
  },
  { name: 'upload', headers: ['upload_mbps', 'max_advertised_upload_speed', 'up'], about: 'Mbit/s from the user' },
  { name: 'latency', headers: ['latency_ms'], about: 'round trip in ms' },
  {
    name: 'date',
    headers: ['connected_on', 'date_of_connection', 'observed_on'],
    about: 'the date of which it speaks',
  },
];

/**
 * The evidence of a row. Its id is made of everything that the row says, so that the same row has the same id in
 * every file, database and run.
 */
export function toEvidence({ operator, identity, ...said }: EvidenceRow, operatorCode: string | null): Evidence {
  return { ...said, operatorCode, id: idOf({ operator, identity, ...said }) };
}

function idOf(row: EvidenceRow): string {
  const content = [
    row.kind,
    row.operator,
    row.identity,
    row.technology,
    row.download,
    row.upload,
    row.latency,
    row.tests,
    row.devices,
    row.observedOn,
    row.where,
  ];
  return identifierOf(JSON.stringify(content));
}
