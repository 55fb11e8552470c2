import express, { type Request, type Response } from 'express';
import { z } from 'zod';
import { companyOf } from '../accounts/access.ts';
import type { Viewer } from '../accounts/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import { attach, mustBeTheirs } from './attach.ts';
import { attachmentsByIds } from './queries.ts';
import { largestFile } from './rules.ts';
import { Attachment, AttachmentQuery } from './schema.ts';
import { type AttachmentStore, readBack } from './store.ts';

const byId = z.object({ id: z.uuid() });
const raw = express.raw({ limit: largestFile, type: () => true });

/**
 * Evidence is open to those who oversee, deputies among them, to the ministry and to the company whose it is.
 * For all others there is no such file.
 */
export function attachmentRoutes(database: Database, store: AttachmentStore, today: () => string) {
  const find = async (id: string, viewer: Viewer): Promise<Attachment> => {
    const [attachment] = await attachmentsByIds(database, [id], companyOf(viewer));
    if (attachment === undefined) throw notFound(`attachment ${id}`);
    return attachment;
  };
  const findPhotograph = async (id: string, viewer: Viewer): Promise<Attachment> => {
    const attachment = await find(id, viewer);
    if (attachment.kind !== 'photograph') throw notFound(`thumbnail of ${id}: it is a document`);
    return attachment;
  };

  return {
    put: endpoint({
      summary: 'Send a file that proves something of an assignment; again under the same id, it changes nothing',
      path: byId,
      query: AttachmentQuery,
      takes: 'application/octet-stream',
      reply: Attachment,
      async handle({ path, query, viewer, request, response }) {
        const sent = { ...query, id: path.id.toLowerCase() };
        await mustBeTheirs(database, viewer, sent);
        return attach(database, store, viewer, sent, await bodyOf(request, response), today());
      },
    }),

    get: endpoint({
      summary: 'The file itself',
      path: byId,
      gives: 'image/jpeg, application/pdf',
      version: async ({ path, viewer }) => (await find(path.id, viewer)).hash,
      async handle({ path, viewer, response }) {
        const attachment = await find(path.id, viewer);
        const file = await readBack(store, attachment);
        shield(response, attachment);
        response.end(file);
      },
    }),

    thumbnail: endpoint({
      summary: 'A photograph, at most 320 pixels wide and high',
      path: byId,
      gives: 'image/jpeg',
      version: async ({ path, viewer }) => `${(await findPhotograph(path.id, viewer)).hash} thumbnail`,
      async handle({ path, viewer, response }) {
        const attachment = await findPhotograph(path.id, viewer);
        const { thumbnailOf } = await import('./photograph.ts');
        const small = await thumbnailOf(await readBack(store, attachment));
        shield(response, attachment);
        response.end(small);
      },
    }),
  };
}

/** The body of a request. Read only when the person may send it. */
async function bodyOf(request: Request, response: Response): Promise<Buffer> {
  await new Promise<void>((done, fail) =>
    raw(request, response, (error: unknown) => (error ? fail(error) : done())),
  ).catch((error: { type?: string }) => {
    throw error.type === 'entity.too.large'
      ? new Problem(413, 'File too large', 'A file may have 16 MB at most. Send it smaller.', {
          refusal: 'too-large',
          most: largestFile,
        })
      : error;
  });
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** A file never runs as anything: it is of its one type, in a box of its own, and a document is only ever saved. */
function shield(response: Response, { kind, mediaType, fileName }: Attachment): void {
  response.attachment(fileName);
  if (kind === 'photograph') {
    response.set('Content-Disposition', String(response.get('Content-Disposition')).replace(/^attachment/, 'inline'));
  }
  response.set({
    'Content-Type': mediaType,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}
