import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import { assignmentsOf } from '../assignments/queries.ts';
import { openAction } from '../changes/record.ts';
import type { Database } from '../database/database.ts';
import { forbidden, notFound, Problem } from '../http/problem.ts';
import { attachmentById, insertAttachment, type KeptAttachment, mayProve } from './queries.ts';
import { fileNameOf, isWholePdf } from './rules.ts';
import type { Attachment, AttachmentQuery } from './schema.ts';
import { type AttachmentStore, hashOf, keep } from './store.ts';

/** Those who send files of an assignment. */
const whoBuild = ['planner', 'operator', 'administrator'];

/** A file that somebody sends: of which assignment or settlement, and under which id. */
export type Sent = AttachmentQuery & { id: string };

/**
 * Throws a 404 where there is no such assignment, or it is another company's; a 403 where a deputy sends something of an
 * assignment. Of a settlement itself all who oversee may send files, and a company whose claim is challenged there.
 */
export async function mustBeTheirs(database: Database, viewer: Viewer, sent: Sent): Promise<void> {
  const { region: regionCode, code, number } = sent;
  if (number === undefined) {
    if (await mayProve(database, { regionCode, code }, companyOf(viewer))) return;
    throw notFound(`settlement ${regionCode} ${code} of which you can prove something`);
  }
  if (viewer.role === 'deputy') throw forbidden(whoBuild.join(', '), whoBuild);
  const assignments = await assignmentsOf(database, [{ regionCode, code }], companyOf(viewer));
  if (!assignments.some((assignment) => assignment.number === number)) {
    throw notFound(`assignment ${number} of the settlement ${regionCode} ${code}`);
  }
}

/**
 * Keeps a file. The same file under the same id changes nothing and gives what was kept at first; another
 * one under that id is a 409. Bytes come before their row: those that a crash leaves without one are swept.
 */
export async function attach(
  database: Database,
  store: AttachmentStore,
  viewer: Viewer,
  sent: Sent,
  body: Buffer,
  today: string,
): Promise<Attachment> {
  const sentHash = hashOf(body);
  const before = await attachmentById(database, sent.id);
  if (before !== undefined) return same(before, viewer, sent, sentHash);
  const { bytes, ...about } = sent.kind === 'photograph' ? await photograph(body) : document(body);
  const attachment: Attachment = {
    regionCode: sent.region,
    code: sent.code,
    number: sent.number ?? null,
    id: sent.id,
    kind: sent.kind,
    operatorCode: companyOf(viewer),
    ...about,
    fileName: fileNameOf(sent.fileName, about.mediaType),
    bytes: bytes.length,
    hash: hashOf(bytes),
    sentBy: viewer.login,
    sentOn: today,
  };
  await keep(store, attachment, bytes);
  return database.transaction(async () => {
    const { regionCode, code: settlementCode, number, id, ...rest } = attachment;
    const about = { regionCode, settlementCode };
    const key = number === null ? { ...about, id } : { ...about, number, id };
    const action = await openAction(database, { actor: viewer.login, verb: 'attach', regionCodes: [regionCode] });
    // What was so before the chain was locked may be otherwise now.
    const meanwhile = await attachmentById(database, id);
    if (meanwhile !== undefined) return same(meanwhile, viewer, sent, sentHash);
    await mustBeTheirs(database, viewer, sent);
    await insertAttachment(database, { ...attachment, sentHash });
    action.add(regionCode, { entity: 'attachment', key, before: null, after: { ...rest, sentHash } });
    await action.close();
    return attachment;
  });
}

async function photograph(body: Buffer) {
  const { redraw } = await import('./photograph.ts');
  return { mediaType: 'image/jpeg' as const, ...(await redraw(body)) };
}

function document(body: Buffer) {
  if (!isWholePdf(body)) {
    throw new Problem(422, 'Document refused', 'The file is not a whole PDF. Save or scan the document as PDF.', {
      refusal: 'not-a-pdf',
    });
  }
  return { mediaType: 'application/pdf' as const, bytes: body, width: null, height: null };
}

/** What was kept under this id, if that is what was sent. */
function same(kept: KeptAttachment, viewer: Viewer, sent: Sent, hash: string): Attachment {
  const { sentHash, ...attachment } = kept;
  const isSame =
    sentHash === hash &&
    kept.operatorCode === companyOf(viewer) &&
    kept.kind === sent.kind &&
    kept.regionCode === sent.region &&
    kept.code === sent.code &&
    kept.number === (sent.number ?? null);
  if (!isSame)
    throw new Problem(409, 'Id taken', `The id ${sent.id} has another file. Send this one under a new id.`, {
      refusal: 'id-taken',
    });
  return attachment;
}
