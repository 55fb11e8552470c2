import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '../changes/chain.ts';
import type { Action } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import { baselinedStages } from '../assignments/stages.ts';
import type { Database } from '../database/database.ts';
import { allOperators } from '../operators/queries.ts';
import { currentProgramme } from '../programmes/queries.ts';
import { baselineSummaries, insertBaseline } from './queries.ts';
import { scheduleRows, totalsOf } from './rows.ts';
import type { BaselineFile, BaselineHead, BaselineRow, BaselineSummary, ScheduleRow } from './schema.ts';
import { jsonHash, publicText, signingKey, signText } from '../changes/signing.ts';

/** What of an assignment is agreed; its stage and answers are not. */
const rowOf = (row: ScheduleRow): BaselineRow => ({
  regionCode: row.regionCode,
  code: row.code,
  number: row.number,
  names: row.names,
  region: row.region,
  district: row.district,
  population: row.population,
  technology: row.technology,
  startQuarter: row.startQuarter,
  finishQuarter: row.finishQuarter,
  costTenge: row.costTenge,
  subsidyTenge: row.subsidyTenge,
  responsibleOfficer: row.responsibleOfficer,
});

/** Hashes each piece, then the hashes, and signs: a single altered byte can then be told and named. */
export function signBaseline(key: KeyObject, head: BaselineHead, assignments: BaselineRow[]): BaselineFile {
  const hashes = { head: jsonHash(head), assignments: assignments.map(jsonHash) };
  const hash = jsonHash(hashes);
  return { head, assignments, hashes, hash, signature: signText(key, hash), publicKey: publicText(key) };
}

/** Why a baseline is made. */
export interface Occasion {
  madeOn: string;
  madeBy: string;
  responsibleOfficer: string;
  scheduleVersion: number | null;
  changeRequests: string[];
}

/** Freezes what is agreed with an operator now as its next baseline, inside the caller's action. */
export async function freezeBaseline(
  database: Database,
  action: Action,
  operatorCode: string,
  occasion: Occasion,
): Promise<BaselineSummary> {
  const programme = (await currentProgramme(database))!;
  const operator = (await allOperators(database)).find(({ code }) => code === operatorCode)!;
  const earlier = (await baselineSummaries(database, operatorCode)).filter(
    ({ programmeCode }) => programmeCode === programme.code,
  );
  const rows = (await scheduleRows(database, baselinedStages, operatorCode)).map(rowOf);
  const head: BaselineHead = {
    format: 'baylanys-baseline-1',
    programme: { code: programme.code, names: programme.names },
    operator: { code: operator.code, names: operator.names },
    version: 1 + (earlier[0]?.version ?? 0),
    ...occasion,
    previous: earlier[0]?.hash ?? null,
    totals: totalsOf(rows),
  };
  const file = signBaseline(await signingKey(database), head, rows);
  const { version, madeOn, madeBy, scheduleVersion } = head;
  const key = { operatorCode, programmeCode: programme.code, version };
  const summary = { ...key, madeOn, madeBy, scheduleVersion, hash: file.hash };
  const kept = { ...summary, file: canonicalJson(file) };
  await insertBaseline(database, kept);
  action.add(wholeCountry, { entity: 'baseline', key, before: null, after: kept });
  return summary;
}
