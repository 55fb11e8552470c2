// What the service offers of share links, one function a call. The shapes are the server's own.
import type { Coverage, Curve } from '../../server/reports/schema.ts';
import type { OwnShareLink, Share, SharedOverdue, SharedSettlement, SharedView } from '../../server/sharing/schema.ts';
import { request } from '../store/request.ts';

const shared = (token: string) => `/api/shared/${encodeURIComponent(token)}`;
const withQuery = (path: string, asked: Record<string, string>) => `${path}?${new URLSearchParams(asked)}`;

export interface SettlementsPage {
  total: number;
  rows: SharedSettlement[];
  next: number | null;
}

export const sharingService = {
  share: (body: Share) => request<OwnShareLink>('POST', '/api/share-links', body),
  links: async () => (await request<{ rows: OwnShareLink[] }>('GET', '/api/share-links')).rows,
  revoke: (id: string) => request<void>('DELETE', `/api/share-links/${id}`),

  view: (token: string) => request<SharedView>('GET', shared(token)),
  coverage: (token: string, asked: Record<string, string>) =>
    request<Coverage>('GET', withQuery(`${shared(token)}/coverage`, asked)),
  curve: (token: string, asked: Record<string, string>) =>
    request<Curve>('GET', withQuery(`${shared(token)}/curve`, asked)),
  overdue: (token: string, asked: Record<string, string>) =>
    request<SharedOverdue>('GET', withQuery(`${shared(token)}/overdue`, asked)),
  settlements: (token: string, asked: Record<string, string>, cursor: number, limit: number) =>
    request<SettlementsPage>(
      'GET',
      withQuery(`${shared(token)}/settlements`, { ...asked, cursor: String(cursor), limit: String(limit) }),
    ),
};

/** Where the boundaries are of the regions, or of the districts of a region. */
export const boundariesAddress = (token: string, region: string): string =>
  withQuery(`${shared(token)}/boundaries`, region === '' ? { districts: 'false' } : { region });

/** Where a link opens, as it is sent to somebody. */
export const linkAddress = ({ token }: OwnShareLink): string => `${location.origin}/shared/${token}`;
