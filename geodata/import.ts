import { basename, extname } from 'node:path';
import { assess } from '../server/assessment/assess.ts';
import { identifier } from '../server/changes/identifier.ts';
import { type Action, openAction } from '../server/changes/record.ts';
import { wholeCountry } from '../server/changes/schema.ts';
import type { Database } from '../server/database/database.ts';
import type { ImportReport, SourceKind } from '../server/imports/schema.ts';
import { currentProgramme } from '../server/programmes/queries.ts';
import { warning } from './checks/warnings.ts';
import { openFile } from './files/open.ts';
import type { OpenedFile } from './files/record.ts';
import { BoundaryLoader } from './load/boundaries.ts';
import { readCountry } from './load/country.ts';
import { regions } from './load/country.queries.ts';
import { EvidenceLoader } from './load/evidence.ts';
import { addImport, countImport, type Provenance, removeImport } from './load/imports.queries.ts';
import { type Loader, type Loading, Touched } from './load/loader.ts';
import { NetworkLoader } from './load/network.ts';
import { PlaceLoader } from './load/places.ts';
import { PopulationLoader } from './load/populations.ts';
import { ResidentsLoader } from './load/residents.ts';
import { SettlementLoader } from './load/settlements.ts';
import { Tally } from './load/tally.ts';
import { RejectFile } from './reject-file.ts';
import { chooseSource, type Choice, headerlessForms, type Mapping } from './sources/choose.ts';
import { readRows } from './sources/read.ts';
import type { Target } from './sources/source.ts';

export type { Mapping } from './sources/choose.ts';

/** How far a file is read: bytes of it, and records. */
export interface ImportProgress {
  phase: 'reading' | 'writing' | 'assessing';
  bytesRead: number;
  bytes: number;
  rowsRead: number;
}

export interface ImportOptions {
  path: string;
  /** As the person knows the file; else the base name of `path`. */
  fileName?: string;
  /** The source to take it for; else it is recognised. */
  as?: SourceKind;
  mapping?: Mapping;
  /** What the file is an edition of; else its name without its ending. */
  dataset?: string;
  source?: string;
  licence?: string;
  /** The date, YYYY-MM-DD, of what carries none of its own. */
  dated?: string;
  /** Report, and change nothing. Not inside another transaction. */
  dryRun?: boolean;
  actor: string;
  /** The date, YYYY-MM-DD, of the assessment that follows. */
  asOf: string;
  /** Where rejected rows are written, CSV or GeoJSON after the file. */
  rejectsTo?: string;
  /** Whether to assess what was touched; true unless said otherwise. */
  assess?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/** Ends a transaction that is not meant to last, and carries out what was learnt. */
class DryRun extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super('a dry run is rolled back');
    this.report = report;
  }
}

/**
 * Loads a file, whatever it is, in one transaction: all of it, or nothing. The
 * same file again changes nothing. Throws FileError where it cannot be read.
 */
export async function importFile(database: Database, options: ImportOptions): Promise<ImportReport> {
  const fileName = options.fileName ?? basename(options.path);
  const file = await openFile(options.path, { fileName, headerlessForms });
  const choice = chooseSource(file, options);
  const rejectFile = options.rejectsTo === undefined ? null : new RejectFile(options.rejectsTo, file);
  const tally = new Tally((record, faults) => rejectFile?.write(record, faults));
  tally.warnings.push(...file.warnings);
  try {
    const report = await database
      .transaction(async () => {
        const written = await load(database, file, choice, tally, { ...options, fileName });
        if (options.dryRun) throw new DryRun({ ...written, importId: null });
        return written;
      })
      .catch((error: unknown) => {
        if (error instanceof DryRun) return error.report;
        throw error;
      });
    await rejectFile?.close();
    return report;
  } catch (error) {
    await rejectFile?.discard();
    throw error;
  }
}

async function load(
  database: Database,
  file: OpenedFile,
  { source, columns, because }: Choice,
  tally: Tally,
  options: ImportOptions & { fileName: string },
): Promise<ImportReport> {
  const dataset = options.dataset ?? (basename(options.fileName, extname(options.fileName)) || options.fileName);
  const importId = identifier();
  const dated = options.dated ?? null;
  const provenance: Provenance = {
    id: importId,
    kind: source.kind,
    dataset,
    fileName: options.fileName,
    fileHash: file.hash,
    fileBytes: file.bytes,
    source: options.source ?? '',
    licence: options.licence ?? '',
    dated,
    actor: options.actor,
    loadedAt: new Date().toISOString(),
  };
  await addImport(database, provenance);
  let action: Action | undefined;
  const loading: Loading = {
    database,
    country: await readCountry(database),
    tally,
    importId,
    dataset,
    margin: source.margin ?? 0,
    touched: new Touched(),
    async openAction(newRegions = []) {
      const known = (await regions(database)).map(({ code }) => code);
      const regionCodes = [...known, ...newRegions, wholeCountry];
      action = await openAction(database, { actor: options.actor, verb: 'import', regionCodes });
      return action;
    },
  };

  const progress: ImportProgress = { phase: 'reading', bytesRead: 0, bytes: file.bytes, rowsRead: 0 };
  const tell = (news: Partial<ImportProgress>) => options.onProgress?.(Object.assign(progress, news));
  const loader = await loaderFor(source.target, loading);
  const reading = { columns, fileName: options.fileName, dated };
  const onBytes = (bytes: number) => tell({ bytesRead: progress.bytesRead + bytes, rowsRead: tally.rowsRead });
  for await (const read of readRows(file, source, reading, onBytes)) {
    tally.rowsRead += 1;
    if (read.repaired !== undefined) {
      const { value, reason } = read.repaired;
      tally.warnings.push(warning('repaired', { line: read.record.line, position: value ?? '', reason }));
    }
    await loader.accept(read as never);
  }
  tell({ phase: 'writing', rowsRead: tally.rowsRead });
  await loader.finish();
  if (tally.skipped > 0) tally.warnings.push(warning('not-places', { count: tally.skipped }));

  if (tally.wrote) await noteImport(database, provenance, tally, action!);
  else await removeImport(database, importId);
  await action?.close();
  if (tally.wrote && options.assess !== false) {
    tell({ phase: 'assessing' });
    await assessTouched(loading, options.asOf);
  }
  return {
    kind: source.kind,
    chosenBecause: because,
    format: file.description,
    columns: [...file.columns],
    fields: { ...columns },
    dataset,
    rowsRead: tally.rowsRead,
    added: tally.added,
    changed: tally.changed,
    unchanged: tally.unchanged,
    removed: tally.removed,
    rejected: tally.rejected,
    rejects: tally.rejects,
    rejectsByReason: tally.rejectsByReason,
    warnings: tally.warnings,
    importId: tally.wrote ? importId : null,
  };
}

/** Notes, in its table and in the record of changes, what became of the rows of a file. */
async function noteImport(database: Database, provenance: Provenance, tally: Tally, action: Action): Promise<void> {
  await countImport(database, provenance.id, tally);
  const { rowsRead, added, changed, unchanged, removed, rejected } = tally;
  const { id, ...about } = provenance;
  const after = { ...about, rowsRead, added, changed, unchanged, removed, rejected };
  action.add(wholeCountry, { entity: 'import', key: { id }, before: null, after });
}

async function loaderFor(target: Target, loading: Loading): Promise<Loader<Target>> {
  const loaders: { [T in Target]: () => Loader<T> | Promise<Loader<T>> } = {
    settlements: () => new SettlementLoader(loading),
    evidence: () => EvidenceLoader.open(loading),
    places: () => new PlaceLoader(loading),
    boundaries: () => new BoundaryLoader(loading),
    populations: () => new PopulationLoader(loading),
    residents: () => new ResidentsLoader(loading),
    network: () => NetworkLoader.open(loading),
  };
  return (await loaders[target]()) as Loader<Target>;
}

async function assessTouched({ database, touched, tally }: Loading, asOf: string): Promise<void> {
  const scopes = touched.scopes();
  if (scopes.length === 0) return;
  if ((await currentProgramme(database)) === undefined) {
    tally.warnings.push(warning('no-programme'));
    return;
  }
  for (const scope of scopes) await assess(database, scope, asOf);
}
