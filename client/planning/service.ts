// What the service offers to whoever plans by scenarios, one function a call. The shapes are the server's own.
import type { BulkReply, Finishing } from '../../server/assignments/schema.ts';
import type { LiveRow } from '../../server/country/schema.ts';
import type { Network } from '../../server/network/schema.ts';
import type { SettlementKey } from '../../server/places/schema.ts';
import type { PlanWhy, ScenarioQuestion } from '../../server/planning/answers/schema.ts';
import type { Parameter, SetParameter } from '../../server/planning/parameters/schema.ts';
import type { PinReply, PinRequest, PlanningPin } from '../../server/planning/pins/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import type { PlanOutlook, PlanRequest } from '../../server/planning/requests/schema.ts';
import type { AdoptReply, AdoptRequest, Scenario, ScenarioComparison } from '../../server/planning/scenarios/schema.ts';
import { request } from '../store/request.ts';

/** What the service fills in need not be said. */
export type AskedPlan = Partial<PlanRequest>;

const scenarios = '/api/planning/scenarios';
const pathOf = (id: string) => `${scenarios}/${encodeURIComponent(id)}`;

/** Rows that the service is told of at once: so many keys go up a slow line in a second or two. */
const rowsAtOnce = 2000;

export const planningService = {
  parameters: async () => (await request<{ rows: Parameter[] }>('GET', '/api/planning/parameters')).rows,
  setParameter: (code: string, body: SetParameter) =>
    request<Parameter>('PUT', `/api/planning/parameters/${code}`, body),
  pins: async () => (await request<{ rows: PlanningPin[] }>('GET', '/api/planning/pins')).rows,
  pin: (body: PinRequest) => request<PinReply>('PUT', '/api/planning/pins', body),
  unpin: (settlements: SettlementKey[]) => request<PinReply>('POST', '/api/planning/pins/removals', { settlements }),
  undoPins: (actionId: string) => request<PinReply>('POST', '/api/planning/pins/undo', { actionId }),
  network: (region: string) =>
    request<Network>('GET', `/api/planning/network${region && `?region=${encodeURIComponent(region)}`}`),
  outlook: (asked: AskedPlan, signal: AbortSignal) =>
    request<PlanOutlook>('POST', '/api/planning/outlook', asked, signal),
  scenarios: async () => (await request<{ rows: Scenario[] }>('GET', `${scenarios}?limit=200`)).rows,
  propose: (asked: AskedPlan) => request<Scenario>('POST', scenarios, asked),
  scenario: (id: string) => request<Scenario>('GET', pathOf(id)),
  remove: (id: string) => request<void>('DELETE', pathOf(id)),
  cancel: (id: string) => request<Scenario>('POST', `${pathOf(id)}/cancellation`, {}),
  rows: async (id: string) => (await request<{ rows: PlanRow[] }>('GET', `${pathOf(id)}/rows`)).rows,
  why: (id: string, { regionCode, code }: SettlementKey) =>
    request<PlanWhy>('GET', `${pathOf(id)}/settlements/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}`),
  ask: (id: string, question: ScenarioQuestion) => request<Scenario>('POST', `${pathOf(id)}/questions`, question),
  adopt: (id: string, body: Partial<AdoptRequest>) => request<AdoptReply>('POST', `${pathOf(id)}/assignments`, body),
  undo: (actionId: string) => request<BulkReply>('POST', `/api/actions/${actionId}/undo`, {}),
  compare: (ids: readonly string[]) =>
    request<ScenarioComparison>('GET', `/api/planning/comparison?ids=${ids.map(encodeURIComponent).join()}`),
  finishing: async () => (await request<{ rows: Finishing[] }>('GET', '/api/assignments/finishing')).rows,
  /** What settlements are called, where they are and how they stand now. */
  async places(keys: readonly SettlementKey[]): Promise<LiveRow[]> {
    const rows: LiveRow[] = [];
    for (let from = 0; from < keys.length; from += rowsAtOnce) {
      const body = { settlements: keys.slice(from, from + rowsAtOnce), places: true };
      rows.push(...(await request<{ rows: LiveRow[] }>('POST', '/api/country/rows', body)).rows);
    }
    return rows;
  },
};
