import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { FileError } from '../../geodata/files/file-error.ts';
import { importFile } from '../../geodata/import.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { HeldFile, HeldFiles } from './held-files.ts';
import { loadedImports } from './queries.ts';
import { ImportReport, LoadedImport, type Refusal, Upload, UploadOptions } from './schema.ts';

const mappingOf = (text: string | undefined): Record<string, string> | undefined => {
  if (text === undefined) return undefined;
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    throw new Problem(422, 'Invalid input', 'mapping: must be JSON such as {"code": "their header"}');
  }
};

/** A file that cannot be loaded as a whole, with what a page needs to say so in its own language. */
function refused({ message, fault, line, value, columns }: FileError): Problem {
  const refusal: Refusal = { fault, line, value, columns };
  return new Problem(422, 'File refused', message, { refusal });
}

/** The first character of a file; null where there is none. */
async function beginningOf(path: string): Promise<string | null> {
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(1) });
    return buffer.toString('latin1');
  } finally {
    await file.close();
  }
}

export function importRoutes(database: Database, files: HeldFiles, today: () => string) {
  const run = (held: HeldFile, dryRun: boolean): Promise<ImportReport> => {
    const { kind, mapping, ...options } = held.options;
    return importFile(database, {
      ...options,
      path: held.path,
      as: kind,
      mapping: mappingOf(mapping),
      dryRun,
      actor: held.owner,
      asOf: today(),
      rejectsTo: held.rejects,
    }).catch((error: unknown) => {
      throw error instanceof FileError ? refused(error) : error;
    });
  };

  return {
    upload: endpoint({
      summary: 'Hold a file and tell what loading it would change',
      query: UploadOptions,
      takes: 'application/octet-stream',
      reply: Upload,
      async handle({ query, viewer, request }): Promise<Upload> {
        const held = await files.hold(request, viewer.login, query);
        try {
          return { id: held.id, fileName: query.fileName, report: await run(held, true) };
        } catch (error) {
          await files.forget(held.id);
          throw error;
        }
      },
    }),

    load: endpoint({
      summary: 'Load a file that is held: all of it, or nothing',
      path: z.object({ id: z.uuid() }),
      reply: ImportReport,
      async handle({ path, viewer }) {
        const held = await files.findWhole(path.id, viewer.login);
        const report = await run(held, false);
        await files.release(path.id);
        return report;
      },
    }),

    discard: endpoint({
      summary: 'Forget a file that is held',
      path: z.object({ id: z.uuid() }),
      async handle({ path, viewer }) {
        await files.find(path.id, viewer.login);
        await files.forget(path.id);
      },
    }),

    rejects: endpoint({
      summary: 'The rows of a held file that would be refused, with the reasons, as a file of the same shape',
      path: z.object({ id: z.uuid() }),
      gives: 'text/csv, application/geo+json',
      async handle({ path, viewer, response }) {
        const held = await files.find(path.id, viewer.login);
        const beginning = await beginningOf(held.rejects);
        if (beginning === null) throw notFound('refused row in this file');
        const ending = beginning === '{' ? 'geojson' : 'csv';
        response.attachment(`${basename(held.options.fileName, extname(held.options.fileName))}-refused.${ending}`);
        await new Promise<void>((done, fail) =>
          response.sendFile(held.rejects, { dotfiles: 'allow' }, (error) => (error ? fail(error) : done())),
        );
      },
    }),

    list: endpoint({
      summary: 'The files that were loaded',
      reply: z.object({ rows: z.array(LoadedImport) }),
      handle: async () => ({ rows: await loadedImports(database) }),
    }),
  };
}
