// What the service offers of challenges, one function a call. The shapes are the server's own.
import type { DayCount } from '../../server/calendar/schema.ts';
import type {
  ChallengeKey,
  Decide,
  Raise,
  Rebut,
  Retract,
  Reverse,
  ShownChallenge,
} from '../../server/challenges/schema.ts';
import type { SettlementSummary } from '../../server/country/schema.ts';
import type { HeldFile } from '../outbox/entry.ts';
import { request } from '../store/request.ts';
import { type ChallengeFilters, pathOf, writeFilters } from './address.ts';

const write = (key: ChallengeKey, what: string, body: object) =>
  request<ShownChallenge>('POST', `/api${pathOf(key)}/${what}`, body);

export const challengesService = {
  list: (filters: ChallengeFilters, limit: number) => {
    const query = new URLSearchParams(writeFilters(filters));
    query.set('limit', String(limit));
    return request<{ rows: ShownChallenge[]; next: string | null }>('GET', `/api/challenges?${query}`);
  },
  find: (key: ChallengeKey) => request<ShownChallenge>('GET', `/api${pathOf(key)}`),
  raise: (body: Raise) => request<ShownChallenge>('POST', '/api/challenges', body),
  rebut: (key: ChallengeKey, body: Rebut) => write(key, 'rebuttal', body),
  retract: (key: ChallengeKey, body: Retract) => write(key, 'retraction', body),
  decide: (key: ChallengeKey, body: Decide) => write(key, 'decision', body),
  reverse: (key: ChallengeKey, body: Reverse) => write(key, 'reversal', body),
  documentAddress: (key: ChallengeKey, language: string) => `/api${pathOf(key)}/document.pdf?language=${language}`,
  clock: () => request<DayCount>('GET', '/api/challenge-clock'),
  setClock: (clock: DayCount) => request<DayCount>('PUT', '/api/challenge-clock', clock),
  /** Settlements of a region by a part of their name. */
  settlements: async (region: string, query: string): Promise<SettlementSummary[]> =>
    (
      await request<{ rows: SettlementSummary[] }>(
        'GET',
        `/api/settlements?${new URLSearchParams({ region, query, limit: '8' })}`,
      )
    ).rows,
  /** Sends a file that proves something of a settlement. */
  sendFile: (regionCode: string, code: string, { id, kind, fileName }: HeldFile, bytes: Blob) =>
    request<unknown>(
      'PUT',
      `/api/attachments/${id}?${new URLSearchParams({ region: regionCode, code, kind, fileName })}`,
      bytes,
    ),
};
