import type { SourceKind } from '../../server/imports/schema.ts';
import type { Columns } from '../checks/cells.ts';
import { FileError } from '../files/file-error.ts';
import type { OpenedFile } from '../files/record.ts';
import { boundaries } from './boundaries.ts';
import { coverage } from './coverage.ts';
import { geonames } from './geonames.ts';
import { kato } from './kato.ts';
import { mlab } from './mlab.ts';
import { networkNodes } from './network-nodes.ts';
import { ofds } from './ofds.ts';
import { ookla } from './ookla.ts';
import { opencellid } from './opencellid.ts';
import { openstreetmap } from './openstreetmap.ts';
import { populationPoints } from './population-points.ts';
import { populations } from './populations.ts';
import { register } from './register.ts';
import { settlements } from './settlements.ts';
import { speedTests } from './speed-tests.ts';
import type { Source } from './source.ts';

/** Every source, the more particular before the more general: the first that fits is chosen. */
export const sources: readonly Source[] = [
  kato,
  ookla,
  mlab,
  opencellid,
  geonames,
  openstreetmap,
  ofds,
  networkNodes,
  coverage,
  settlements,
  boundaries,
  speedTests,
  register,
  populations,
  populationPoints,
];

export const headerlessForms = sources.flatMap(({ headerlessForm }) => headerlessForm ?? []);

/** Our field → their header, as the person who loads the file writes it down. */
export type Mapping = Readonly<Record<string, string>>;

export interface Choice {
  source: Source;
  columns: Columns;
  because: string;
}

/**
 * The source that a file is of: the one asked for, else the first whose columns
 * the file has. Throws FileError where it is none, saying which columns are missing.
 */
export function chooseSource(file: OpenedFile, asked: { as?: SourceKind; mapping?: Mapping } = {}): Choice {
  const mapping = asked.mapping ?? {};
  const candidates = asked.as === undefined ? sources : sources.filter(({ kind }) => kind === asked.as);
  const missing: string[] = [];
  for (const source of candidates) {
    const columns = columnsFor(source, file, mapping);
    const lacking = source.needs.filter((group) => !group.some((field) => field in columns));
    if (lacking.length === 0 && (source.looksRight?.(file, columns) ?? true))
      return {
        source,
        columns,
        because: `${asked.as === undefined ? '' : 'asked for; '}${because(source, file, columns)}`,
      };
    const what = lacking.map((group) => group.join(' or ')).join(', ');
    missing.push(`${source.kind} needs ${what === '' ? `other content: ${source.title}` : what}`);
  }
  throw new FileError(
    `The columns are not those of a known file: ${file.columns.join(', ') || 'none'}. ${missing.join('; ')}. ` +
      'Name the kind with --as and the columns with --mapping.',
    { fault: 'unknown-columns', columns: file.columns },
  );
}

const simple = (header: string) => header.trim().toLowerCase();

function columnsFor(source: Source, file: OpenedFile, mapping: Mapping): Columns {
  const columns: Record<string, string> = {};
  for (const field of source.fields) {
    const names = [field.name, ...(field.headers ?? [])];
    const found = names.flatMap((name) => file.columns.filter((column) => simple(column) === simple(name)));
    if (found.length > 0) columns[field.name] = found[0];
  }
  for (const [field, header] of Object.entries(mapping)) {
    if (!file.columns.includes(header))
      throw new FileError(
        `The mapping names the column ${header}, which the file has not: ${file.columns.join(', ')}.`,
        { fault: 'mapping-column', value: header, columns: file.columns },
      );
    if (source.fields.some(({ name }) => name === field)) columns[field] = header;
  }
  return columns;
}

function because(source: Source, file: OpenedFile, columns: Columns): string {
  const used = source.needs.flatMap((group) =>
    group.filter((field) => field in columns).map((field) => columns[field]),
  );
  return `${file.description} with the columns ${[...new Set(used)].join(', ')}: ${source.title}`;
}
