// What the service offers of one's own account.
import type { OwnAccount, PreferenceChanges } from '../../server/notices/schema.ts';
import { request } from '../store/request.ts';

export const accountService = {
  own: () => request<OwnAccount>('GET', '/api/account'),
  change: (body: PreferenceChanges) => request<OwnAccount>('PATCH', '/api/account', body),
};
