// What the service offers of schedules, one function a call. The shapes are the server's own.
import type { BulkReply, StepRequest } from '../../server/assignments/schema.ts';
import type { DayCount } from '../../server/calendar/schema.ts';
import type {
  AskReply,
  AskRequest,
  ChangeRequest,
  DecideReply,
  DecideRequest,
} from '../../server/change-requests/schema.ts';
import type { Commitments } from '../../server/commitments/schema.ts';
import type {
  ApprovalReply,
  Comparison,
  Schedule,
  SendReply,
  SendRequest,
  Unanswered,
} from '../../server/schedules/schema.ts';
import { request } from '../store/request.ts';

const of = (operatorCode: string) => `/api/schedules/${encodeURIComponent(operatorCode)}`;

export const schedulesService = {
  schedules: async () => (await request<{ rows: Schedule[] }>('GET', '/api/schedules')).rows,
  commitments: (operatorCode: string) =>
    request<Commitments>('GET', `/api/commitments?operator=${encodeURIComponent(operatorCode)}`),
  /** Who has not answered: one operator, or all. */
  unanswered: (operatorCode: string) =>
    request<{ asOf: string; rows: Unanswered[] }>(
      'GET',
      `/api/schedules/unanswered${operatorCode && `?operator=${encodeURIComponent(operatorCode)}`}`,
    ),
  step: (body: StepRequest) => request<BulkReply>('POST', '/api/assignments/steps', body),
  send: (operatorCode: string, body: SendRequest) => request<SendReply>('POST', `${of(operatorCode)}/versions`, body),
  approve: (operatorCode: string, version: number) =>
    request<ApprovalReply>('POST', `${of(operatorCode)}/approval`, { version }),
  changeRequests: async (state: ChangeRequest['state']) =>
    (await request<{ rows: ChangeRequest[] }>('GET', `/api/change-requests?state=${state}`)).rows,
  askChange: (body: AskRequest) => request<AskReply>('POST', '/api/change-requests', body),
  decideChange: (body: DecideRequest) => request<DecideReply>('POST', '/api/change-requests/decisions', body),
  clock: () => request<DayCount>('GET', '/api/approval-clock'),
  setClock: (clock: DayCount) => request<DayCount>('PUT', '/api/approval-clock', clock),
  compare: (operatorCode: string, from: number, to: number) =>
    request<Comparison>('GET', `${of(operatorCode)}/comparison?from=${from}&to=${to}`),
  /** The document that officials sign, or the workbook: as it stands, or as a baseline froze it. */
  documentAddress: (operatorCode: string, format: 'pdf' | 'xlsx', language: string, baseline: number | null) =>
    `${of(operatorCode)}/document.${format}?language=${language}${baseline === null ? '' : `&baseline=${baseline}`}`,
  baselineAddress: (operatorCode: string, version: number) => `${of(operatorCode)}/baselines/${version}`,
};
