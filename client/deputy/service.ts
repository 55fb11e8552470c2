// What the service is asked for on this page: one address a question, so that equal questions are equal texts.
import type { Coverage, Curve, ChangesReport, Overdue, SettlementsReport } from '../../server/reports/schema.ts';
import type { Operator } from '../../server/operators/schema.ts';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Names } from '../../server/places/schema.ts';
import type { CoverageView } from './address.ts';

type Place = { regionCode: string; code: string; names: Names };
export type BoundaryTopology = Topology<Record<'regions' | 'districts', GeometryCollection<Place>>>;

/** What each question is answered with. */
export interface Replies {
  coverage: Coverage;
  boundaries: BoundaryTopology;
  curve: Curve;
  overdue: Overdue;
  changes: ChangesReport;
  settlements: SettlementsReport;
  operators: { rows: Operator[] };
}
export type Question = keyof Replies;

export const fileFormats = ['csv', 'xlsx', 'geojson'] as const;
export type FileFormat = (typeof fileFormats)[number];

const withQuery = (path: string, asked: Record<string, string>): string => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
};

const placeOf = ({ region, district, knownOn }: CoverageView) => ({ region, district, knownOn });

/** Which settlements the list shows, as the service asks for them. */
export function settlementsAsked(view: CoverageView): Record<string, string> {
  const shown = { flagged: { flagged: 'true' }, 'population-missing': { populationMissing: 'true' }, all: {} };
  return { ...placeOf(view), ...shown[view.show] };
}

export const rowsOfPage = 100;

/** Where the answer to a question about a view is found. The figures of a district come among those of its region. */
export const addressOf: { [Q in Question]: (view: CoverageView) => string } = {
  coverage: (view) => withQuery('/api/reports/coverage', { ...placeOf(view), district: '' }),
  boundaries: ({ region }) => withQuery('/api/country/boundaries', region === '' ? { districts: 'false' } : { region }),
  curve: (view) => withQuery('/api/reports/curve', placeOf(view)),
  overdue: (view) => withQuery('/api/reports/overdue', placeOf(view)),
  changes: (view) => withQuery('/api/reports/changes', placeOf(view)),
  settlements: (view) => withQuery('/api/reports/settlements', { ...settlementsAsked(view), limit: `${rowsOfPage}` }),
  operators: () => '/api/operators',
};

/** A file of exactly the rows that a part of the page shows. */
export const fileAddress = {
  coverage: (view: CoverageView, format: FileFormat) =>
    withQuery(`/api/exports/coverage.${format}`, { ...placeOf(view), district: '' }),
  overdue: (view: CoverageView, format: FileFormat) =>
    withQuery(`/api/exports/overdue.${format}`, { ...placeOf(view), operator: view.operator, cause: view.cause }),
  settlements: (view: CoverageView, format: FileFormat) =>
    withQuery(
      `/api/exports/${view.knownOn === '' ? 'settlements' : 'known-settlements'}.${format}`,
      settlementsAsked(view),
    ),
};
