// What the service offers, one function a call. The shapes are the server's own.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AmendRequest, AssignRequest, BulkReply, WithdrawRequest } from '../../server/assignments/schema.ts';
import type { HistoryEntry } from '../../server/changes/schema.ts';
import type { LiveRow, PopulationEdit, SettlementDetail } from '../../server/country/schema.ts';
import type { Operator } from '../../server/operators/schema.ts';
import type {
  CountryColumns,
  CountryLive,
  CountryNames,
  CountryOtherNames,
  CountryOverview,
  Names,
  SettlementKey,
} from '../../server/places/schema.ts';
import type { ProgrammeInForce } from '../../server/programmes/schema.ts';
import type { Coverage } from '../../server/reports/schema.ts';
import type { Language } from '../i18n/language.ts';
import { request } from './request.ts';

type About = { code: string; names: Names };
type Boundary = FeatureCollection<Polygon | MultiPolygon, About>;
type BoundaryTopology = Topology<Record<'regions' | 'districts', GeometryCollection<About>>>;
export interface Boundaries {
  regions: Boundary;
  districts: Boundary;
}

const settlementPath = ({ regionCode, code }: SettlementKey) =>
  `/api/settlements/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}`;

// Parts that hardly ever change are asked for in the state that the living part names, and then kept for good.
const inState = (path: string, hash: string) => `${path}${path.includes('?') ? '&' : '?'}hash=${hash}`;

export const service = {
  live: () => request<CountryLive | CountryOverview>('GET', '/api/country/live'),
  columns: (hash: string) => request<CountryColumns>('GET', inState('/api/country', hash)),
  /** The names as they are shown in a language. */
  names: (language: Language, hash: string) =>
    request<CountryNames>('GET', inState(`/api/country/names/${language}`, hash)),
  /** The names in all languages, for whoever has those shown in this one. */
  otherNames: (language: Language, hash: string) =>
    request<CountryOtherNames>('GET', inState(`/api/country/names/${language}/others`, hash)),
  /** Regions alone, thinned for a view of the whole country; or in detail, with the districts. */
  boundaries: async (detail: boolean, hash: string): Promise<Boundaries> => {
    const path = `/api/country/boundaries${detail ? '' : '?districts=false'}`;
    const topology = await request<BoundaryTopology>('GET', inState(path, hash));
    const { regions, districts } = topology.objects;
    return { regions: feature(topology, regions) as Boundary, districts: feature(topology, districts) as Boundary };
  },
  /** The living part of these settlements, as it is now. */
  rows: async (settlements: readonly SettlementKey[]) =>
    (await request<{ rows: LiveRow[] }>('POST', '/api/country/rows', { settlements })).rows,
  /** All regions, with nothing else of the country. */
  regions: async () => (await request<Coverage>('GET', '/api/reports/coverage')).regions,
  operators: async () => (await request<{ rows: Operator[] }>('GET', '/api/operators')).rows,
  programme: () => request<ProgrammeInForce>('GET', '/api/programme'),
  settlement: (key: SettlementKey) => request<SettlementDetail>('GET', settlementPath(key)),
  editPopulation: (key: SettlementKey, edit: PopulationEdit) =>
    request<SettlementDetail>('PATCH', settlementPath(key), edit),
  assign: (body: AssignRequest) => request<BulkReply>('POST', '/api/assignments', body),
  amend: (body: AmendRequest) => request<BulkReply>('PATCH', '/api/assignments', body),
  withdraw: (body: WithdrawRequest) => request<BulkReply>('POST', '/api/assignments/withdrawals', body),
  undo: (actionId: string) => request<BulkReply>('POST', `/api/actions/${actionId}/undo`, {}),
  /** What was done before a moment, newest first; null is now. */
  history: (before: string | null) =>
    request<{ rows: HistoryEntry[]; next: string | null }>(
      'GET',
      `/api/actions?limit=50${before === null ? '' : `&before=${encodeURIComponent(before)}`}`,
    ),
};
