// What the service offers of notices, one function a call. The shapes are the server's own.
import type { NoticePage, ReadRequest, Unread } from '../../server/notices/schema.ts';
import { language } from '../i18n/index.ts';
import { request } from '../store/request.ts';

export const noticesService = {
  /** A page of one's notices in the language of the page, from a cursor on; null is the newest. */
  page: (cursor: string | null) =>
    request<NoticePage>(
      'GET',
      `/api/notices?language=${language.value}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    ),
  unread: () => request<Unread>('GET', '/api/notices/unread'),
  read: (body: ReadRequest) => request<Unread>('POST', '/api/notices/read', body),
  /** Marks a notice read while its link is followed: the browser finishes this after the page is gone. */
  readOnLeaving: (id: string): void =>
    void fetch('/api/notices/read', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids: [id] } satisfies ReadRequest),
    }).catch(() => {}),
};
