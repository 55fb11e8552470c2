import type { MultiPolygon } from 'geojson';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { pointWithin } from '../../server/assessment/samples.ts';
import { areaOfRecord, polygonsOf } from '../checks/areas.ts';
import type { Cells } from '../checks/cells.ts';
import { type Coordinates, coordinatesOf } from '../checks/coordinates.ts';
import type { FileRecord, OpenedFile } from '../files/record.ts';

/** Where a settlement is: at a point, or as a polygon, whose point is inside it. Null where faults were noted. */
export function settlementPlaceOf(record: FileRecord, cells: Cells): (Coordinates & { area?: MultiPolygon }) | null {
  if (!isPolygon(record)) return coordinatesOf(record, cells);
  const geometry = areaOfRecord(record, cells);
  if (geometry === null) return null;
  const { longitude, latitude } = pointWithin(areaOf(geometry));
  return { longitude, latitude, area: { type: 'MultiPolygon', coordinates: polygonsOf(geometry) } };
}

const isPolygon = ({ geometry }: Pick<FileRecord, 'geometry'>) => geometry?.type.endsWith('Polygon') ?? false;

/** Whether the sample of a file has points. */
export const hasPoints = ({ sample }: OpenedFile): boolean => sample.some(({ geometry }) => geometry?.type === 'Point');

export const hasPolygons = ({ sample }: OpenedFile): boolean => sample.some(isPolygon);
