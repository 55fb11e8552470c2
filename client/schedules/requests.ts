// Changes that were asked for of what is agreed, and are not decided yet.
import { computed, signal } from '@preact/signals';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import { idOf, type Row } from './rows.ts';
import { schedulesService } from './service.ts';

/** The open requests of the operator whose rows are shown, the newest first. */
export const openRequests = signal<readonly ChangeRequest[]>([]);

const byAssignment = computed(() => new Map(openRequests.value.map((request) => [idOf(request), request])));

/** The open request about an assignment; there is one at a time. */
export const requestOf = (row: Row): ChangeRequest | undefined => byAssignment.value.get(idOf(row));

/** Fetches an operator's open requests as they are now. @throws {Problem} */
export const readRequests = async (operatorCode: string): Promise<ChangeRequest[]> =>
  (await schedulesService.changeRequests('open')).filter((request) => request.operatorCode === operatorCode);
