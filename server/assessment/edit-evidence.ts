import { assess } from './assess.ts';
import { areaOf } from './engine/area.ts';
import { boxOfCircle, type Box } from './engine/circle.ts';
import { type Action, openAction } from '../changes/record.ts';
import type { Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { changedSince, notFound, Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import type { SettlementKey } from '../places/schema.ts';
import {
  addEvidence,
  copiesOfEvidence,
  type EvidenceCopy,
  regionsOfSettlement,
  regionsTouching,
  removeEvidence,
} from '../coverage/queries.ts';
import { recordEvidence } from '../coverage/recorded.ts';
import type { Evidence } from '../coverage/schema.ts';

/** The dataset of what is entered by hand, a piece at a time. */
const byHand = 'by-hand';
/** The dataset of what operators report and inspectors find when a commitment is built. */
const ofBuilding = 'building';

/** Who changes which piece of evidence: from what they saw (null: nothing yet) to what it shall be (null: nothing). */
export interface EvidenceEdit {
  actor: string;
  today: string;
  verb: Extract<Verb, 'add-evidence' | 'edit-evidence' | 'remove-evidence'>;
  id: string;
  /** Of each region's copy, as the person saw it; null where nothing was there. */
  seen: Record<string, number> | null;
  after: Evidence | null;
}

/**
 * Adds, changes or removes one piece of evidence and assesses what it touched
 * and touches, in one transaction. Returns the settlements whose assessment
 * is another than before.
 */
export function editEvidence(database: Database, edit: EvidenceEdit): Promise<SettlementKey[]> {
  const { id, after } = edit;
  return database.transaction(async () => {
    const extent = after && extentOf(after);
    const there = after === null ? [] : await regionsOf(database, after, extent);
    const old = (await copiesOfEvidence(database, id)).map(({ regionCode }) => regionCode);
    const regionCodes = [...new Set([...old, ...there])];
    const action = await openAction(database, { actor: edit.actor, verb: edit.verb, regionCodes });
    const before = await copiesOfEvidence(database, id);
    checkSeen(id, edit.seen, before);

    await removeEvidence(database, before);
    const pieces = there.map((regionCode) => ({
      regionCode,
      id,
      evidence: after!,
      box: extent,
      line: null,
      version: action.sequence(regionCode),
    }));
    await addEvidence(database, pieces, byHand, null);
    const recorded = await recordEvidence(database, pieces, byHand, null);
    for (const regionCode of regionCodes) {
      const { regionCode: _, ...was } = before.find((copy) => copy.regionCode === regionCode) ?? { regionCode };
      const is = recorded[there.indexOf(regionCode)] ?? null;
      const existed = 'id' in was;
      action.add(regionCode, { entity: 'evidence', key: { regionCode, id }, before: existed ? was : null, after: is });
    }
    await action.close();

    const boxes = [...before.map((copy) => copy.extent), extent].filter((box) => box !== null);
    const named = [
      ...before.map((copy) => copy.settlementCode),
      after?.where.type === 'settlement' ? after.where.code : null,
    ];
    const keys = regionCodes.flatMap((regionCode) =>
      named.flatMap((code) => (code === null ? [] : [{ regionCode, code }])),
    );
    const inside = await assess(database, { type: 'boxes', regionCodes, boxes }, edit.today);
    const listed = await assess(database, { type: 'settlements', keys }, edit.today);
    return [...inside.changed, ...listed.changed];
  });
}

/**
 * Adds evidence that speaks of one settlement and assesses it again, inside an
 * action that is open. `evidence` but for where it speaks.
 */
export async function addSettlementEvidence(
  database: Database,
  action: Action,
  { regionCode, code }: SettlementKey,
  today: string,
  spoken: Omit<Evidence, 'where'>,
): Promise<void> {
  const evidence: Evidence = { ...spoken, where: { type: 'settlement', code } };
  const { id } = evidence;
  const piece = { regionCode, id, evidence, box: null, line: null, version: action.sequence(regionCode) };
  await addEvidence(database, [piece], ofBuilding, null);
  const [after] = await recordEvidence(database, [piece], ofBuilding, null);
  action.add(regionCode, { entity: 'evidence', key: { regionCode, id }, before: null, after });
  await assess(database, { type: 'settlements', keys: [{ regionCode, code }] }, today);
}

/** The box that holds what evidence speaks of; null where it names a settlement. */
function extentOf({ where }: Evidence): Box | null {
  if (where.type === 'settlement') return null;
  if (where.type === 'area') return areaOf(where.geometry).box;
  if (where.type === 'circle') return boxOfCircle(where);
  return [where.longitude, where.latitude, where.longitude, where.latitude];
}

/** The regions in which the evidence stands. */
async function regionsOf(database: Database, { where, operatorCode }: Evidence, extent: Box | null): Promise<string[]> {
  if (operatorCode !== null && !(await allOperators(database)).some(({ code }) => code === operatorCode)) {
    throw new Problem(422, 'Invalid input', `operatorCode: there is no operator ${operatorCode}.`, {
      refusal: 'unknown-operator',
    });
  }
  const regions =
    where.type === 'settlement'
      ? await regionsOfSettlement(database, where.code)
      : await regionsTouching(database, extent!);
  if (regions.length > 0) return regions;
  throw new Problem(422, 'Invalid input', 'where: no region and no settlement of this country is there.', {
    refusal: 'unknown-place',
  });
}

function checkSeen(id: string, seen: Record<string, number> | null, present: readonly EvidenceCopy[]): void {
  if (seen === null) return;
  if (present.length === 0) throw notFound(`evidence ${id}`);
  const same =
    present.length === Object.keys(seen).length &&
    present.every(({ regionCode, version }) => seen[regionCode] === version);
  if (!same) throw changedSince(present);
}
