// What the service offers, one function a call. The shapes are the server's own.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { AmendRequest, AssignRequest, BulkReply, WithdrawRequest } from '../../server/assignments/schema.ts';
import type { HistoryEntry } from '../../server/changes/schema.ts';
import type { LiveRow, PopulationEdit, SettlementDetail } from '../../server/country/schema.ts';
import type { Operator } from '../../server/operators/schema.ts';
import type { CountryColumns, CountryLive, Names, SettlementKey } from '../../server/places/schema.ts';
import type { Programme } from '../../server/programmes/schema.ts';
import { request } from './request.ts';

export type ProgrammeInForce = Programme & {
  currentQuarter: string;
  tileUrl: string | null;
  tileAttribution: string | null;
};

type Boundary = FeatureCollection<Polygon | MultiPolygon, { code: string; names: Names }>;
export interface Boundaries {
  regions: Boundary;
  districts: Boundary;
}

const settlementPath = ({ regionCode, code }: SettlementKey) =>
  `/api/settlements/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}`;

/** More settlements than this are asked for in a body rather than in the address. */
const keysInAddress = 500;

async function rowsNow(settlements: readonly SettlementKey[]): Promise<LiveRow[]> {
  const keys = settlements.map(({ regionCode, code }) => `${regionCode}:${code}`).join(',');
  const reply =
    settlements.length <= keysInAddress
      ? await request<{ rows: LiveRow[] }>('GET', `/api/country/rows?keys=${encodeURIComponent(keys)}`)
      : await request<{ rows: LiveRow[] }>('POST', '/api/country/rows', { settlements });
  return reply.rows;
}

export const service = {
  columns: () => request<CountryColumns>('GET', '/api/country'),
  live: () => request<CountryLive>('GET', '/api/country/live'),
  boundaries: () => request<Boundaries>('GET', '/api/country/boundaries'),
  rows: rowsNow,
  operators: async () => (await request<{ rows: Operator[] }>('GET', '/api/operators')).rows,
  programme: () => request<ProgrammeInForce>('GET', '/api/programme'),
  settlement: (key: SettlementKey) => request<SettlementDetail>('GET', settlementPath(key)),
  editPopulation: (key: SettlementKey, edit: PopulationEdit) =>
    request<SettlementDetail>('PATCH', settlementPath(key), edit),
  assign: (body: AssignRequest) => request<BulkReply>('POST', '/api/assignments', body),
  amend: (body: AmendRequest) => request<BulkReply>('PATCH', '/api/assignments', body),
  withdraw: (body: WithdrawRequest) => request<BulkReply>('POST', '/api/assignments/withdrawals', body),
  undo: (actionId: string) => request<BulkReply>('POST', `/api/actions/${actionId}/undo`, {}),
  history: (cursor: string | null) =>
    request<{ rows: HistoryEntry[]; next: string | null }>(
      'GET',
      `/api/actions?limit=50${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    ),
};
