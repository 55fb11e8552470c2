import { basename } from 'node:path';
import { assessPieces } from '../server/assessment/country.ts';
import { type Piece, placeOf, type Settled } from '../server/assessment/membership.ts';
import { areaOf } from '../server/assessment/engine/area.ts';
import type { Assessment, Profile } from '../server/assessment/schema.ts';
import type { SourceKind } from '../server/imports/schema.ts';
import type { Fault } from './checks/reasons.ts';
import { FileError } from './files/file-error.ts';
import { openFile } from './files/open.ts';
import type { FileRecord } from './files/record.ts';
import { operatorCodeOf } from './load/operators.ts';
import { chooseSource, headerlessForms, type Mapping } from './sources/choose.ts';
import { toEvidence } from './sources/evidence.ts';
import { type ReadRow, readRows } from './sources/read.ts';
import type { SettlementRow, Source, Target } from './sources/source.ts';

export interface AssessedSettlement {
  settlement: SettlementRow;
  assessment: Assessment;
}

export interface AssessFilesOptions {
  settlements: string;
  coverage: readonly string[];
  settlementsMapping?: Mapping;
  coverageMapping?: Mapping;
  profile: Profile;
  populationThreshold: number;
  /** YYYY-MM-DD */
  asOf: string;
  onChosen?: (path: string, kind: SourceKind, because: string) => void;
  onReject?: (path: string, record: FileRecord, faults: readonly Fault[]) => void;
}

/**
 * Flags settlements from files alone, without a database: reads them through the
 * same sources as an import, and assesses by the same engine. What is held of
 * coverage is its vertices. In the order of the settlements' file. Throws FileError.
 */
export async function assessFiles(options: AssessFilesOptions): Promise<AssessedSettlement[]> {
  const settlements = await readSettlements(options);
  const indexOf = new Map(settlements.map(({ code }, index) => [code, index]));
  const pieces: Piece[] = [];
  for (const path of options.coverage) {
    for await (const read of readFile(path, 'evidence', options, options.coverageMapping)) {
      const { where, ...statement } = toEvidence(
        read.row!,
        read.row!.operator === null ? null : operatorCodeOf(read.row!.operator),
      );
      if (where.type === 'settlement' && !indexOf.has(where.code))
        options.onReject?.(path, read.record, [{ column: 'code', value: where.code, reason: 'unknown-settlement' }]);
      else pieces.push({ statement, shape: placeOf(where, indexOf) });
    }
  }
  const settled = settlements.map(({ area, ...row }): Settled => ({ ...row, area: area && areaOf(area) }));
  const assessments = assessPieces(settled, pieces, options);
  return settlements.map((settlement, at) => ({ settlement, assessment: assessments[at] }));
}

async function readSettlements(options: AssessFilesOptions): Promise<SettlementRow[]> {
  const { settlements: path, settlementsMapping } = options;
  const byCode = new Map<string, SettlementRow>();
  for await (const { record, row } of readFile(path, 'settlements', options, settlementsMapping)) {
    if (byCode.has(row!.code))
      options.onReject?.(path, record, [{ column: 'code', value: row!.code, reason: 'duplicate' }]);
    else byCode.set(row!.code, row!);
  }
  if (byCode.size === 0) throw new FileError(`${path} has no settlement without fault.`);
  return [...byCode.values()];
}

/** The rows of a file that are without fault; the others are told of. */
async function* readFile<T extends Target>(
  path: string,
  target: T,
  options: AssessFilesOptions,
  mapping: Mapping | undefined,
): AsyncGenerator<ReadRow<T>> {
  const fileName = basename(path);
  const file = await openFile(path, { headerlessForms });
  const { source, columns, because } = chooseSource(file, { mapping });
  if (source.target !== target)
    throw new FileError(`${fileName} was taken for ${source.title}; ${target} are needed here.`);
  options.onChosen?.(path, source.kind, because);
  for await (const read of readRows(file, source as Source<T>, { columns, fileName, dated: null })) {
    if (read.faults.length > 0) options.onReject?.(path, read.record, read.faults);
    else if (read.row !== null) yield read;
  }
}
