// What the service offers of one commitment. The shapes are the server's own; what is told goes by the outbox.
import type { AssignmentKey } from '../../server/assignments/schema.ts';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import type { BlockerDecision, Progress } from '../../server/construction/schema.ts';
import { request } from '../store/request.ts';

export const commitmentService = {
  progress: ({ regionCode, code, number }: AssignmentKey) =>
    request<Progress>('GET', `/api/progress/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}/${number}`),
  /** What was asked to be changed of it, the newest first. */
  changeRequests: async ({ regionCode, code, number }: AssignmentKey) => {
    const of = encodeURIComponent(`${regionCode}:${code}:${number}`);
    return (await request<{ rows: ChangeRequest[] }>('GET', `/api/change-requests?of=${of}`)).rows;
  },
  decide: (body: BlockerDecision) => request<Progress>('POST', '/api/blockers/decisions', body),
};
