import type { Viewer } from '../../server/accounts/schema.ts';
import type { Assignment } from '../../server/assignments/schema.ts';
import type { InspectionReply, Receipt } from '../../server/construction/schema.ts';
import { Problem } from '../store/problem.ts';
import { requestOnce, sessionEnded } from '../store/request.ts';
import { addresses, commitmentOf, type Entry, type HeldFile, refusalOf, type Seen } from './entry.ts';
import { changeEntry, entriesOf, entryById, fileById, settleEntry } from './store.ts';

/** A line that carries nothing for so long, milliseconds, is given up: another try may find a better one. */
const patience = 180_000;

/** What became of one round. */
export interface Round {
  arrived: Entry[];
  /** Something waits still, and may pass later. */
  again: boolean;
}

/**
 * Sends what a person has waiting, the oldest first: each entry's files, then itself. It leaves the outbox with the
 * service's receipt; what the service refuses stays, with why. What comes after something unsent of the same
 * commitment waits with it, for it may build on it.
 */
export async function sendWaiting(login: string): Promise<Round> {
  const round: Round = { arrived: [], again: false };
  const held = new Set<string>();
  for (const { id } of await entriesOf(login)) {
    // Read anew: the one before may have changed it, or another page.
    const entry = await entryById(id);
    if (entry?.state !== 'waiting' || held.has(commitmentOf(entry.seen))) continue;
    try {
      // On a shared telephone another may have signed in since this page was opened.
      if ((await ask<Viewer>('GET', '/api/session')).login !== login) return round;
      await settleEntry(entry, await send(entry));
      round.arrived.push(entry);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const refusal = refusalOf(problem);
      if (refusal !== null) {
        await changeEntry(id, (now) => ({ ...now, state: 'refused', refusal }));
        continue;
      }
      // Without a session nothing will pass before the person signs in, and then all begins anew.
      if (problem.status === 401) {
        sessionEnded.value = true;
        return round;
      }
      round.again = true;
      if (problem.status === 0) return round;
      held.add(commitmentOf(entry.seen));
    }
  }
  return round;
}

/** Sends one entry. The assignment, as it is after it. @throws {Problem} */
async function send(entry: Entry): Promise<Assignment> {
  for (const file of entry.files) if (!file.sent) await sendFile(entry, file);
  const body = { ...entry.body, version: entry.seen.version };
  const reply = await ask<Receipt | InspectionReply>('POST', addresses[entry.told], body);
  const id = 'inspection' in reply ? reply.inspection.id : reply.id;
  if (id !== entry.id) throw new Problem(502, 'Not a receipt of this entry', '', null);
  return reply.assignment;
}

async function sendFile({ id: entryId, seen }: Entry, file: HeldFile): Promise<void> {
  const bytes = await fileById(file.id);
  if (bytes === undefined) throw new Problem(410, 'File lost', '', '', { refusalCode: 'file-lost' });
  await ask('PUT', addressOf(seen, file), bytes);
  await changeEntry(entryId, (entry) => ({
    ...entry,
    files: entry.files.map((one) => (one.id === file.id ? { ...one, sent: true } : one)),
  }));
}

function addressOf({ regionCode, code, number }: Seen, { id, kind, fileName }: HeldFile): string {
  const about = new URLSearchParams({ region: regionCode, code, number: String(number), kind, fileName });
  return `/api/attachments/${id}?${about}`;
}

/** Waits for nobody to sign in: what waits in the outbox is sent when somebody has. */
const ask = <Reply>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Reply> =>
  requestOnce<Reply>(method, path, body, AbortSignal.timeout(patience));
