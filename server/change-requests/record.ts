import type { Action } from '../changes/record.ts';
import type { ChangeRequest } from './schema.ts';

/** Adds to an action what became of a request; before is null of one that was just asked. */
export const recordRequest = (action: Action, before: ChangeRequest | null, after: ChangeRequest) =>
  action.add(after.regionCode, {
    entity: 'change-request',
    key: { regionCode: after.regionCode, settlementCode: after.code, id: after.id },
    before,
    after,
  });
