import { quarterAt } from '../calendar/quarters.ts';
import { none, stages } from '../country/table/assigned.ts';
import { worldBits } from '../country/table/morton.ts';
import { textEnglish, textKazakh, textRussian, unknownPopulation } from '../country/table/row-texts.ts';
import type { SettlementTable } from '../country/table/table.ts';
import { CodeValues } from './code-values.ts';
import { CommonTags } from './common-tags.ts';
import { FewTexts } from './few-texts.ts';
import { beforeTags, extent, LayerWriter, writePoint, writeTag } from './layer.ts';
import type { Rows } from './rows.ts';
import { type Audience, countAssignments, shownAssignment } from './shown.ts';

/** From this zoom on a tile has the settlements one by one; before, groups of them. */
export const settlementsFrom = 8;
/** From this zoom on they have their names, which before would weigh more than all else. */
export const namesFrom = 10;

export const settlementKeys = [
  'region',
  'code',
  'population',
  'status',
  'flagged',
  'stage',
  'operator',
  'finish',
  'overdue',
  'assignments',
  'kk',
  'ru',
  'en',
] as const;
const [region, code, population, status, flagged, stage, operator, finish, overdue, assignments, kk, ru, en] =
  settlementKeys.map((_, i) => i);
const nameKeys = [
  [kk, textKazakh],
  [ru, textRussian],
  [en, textEnglish],
] as const;

const layer = new LayerWriter('settlements', settlementKeys);
const { values } = layer;

const stageTexts = new FewTexts(values, (i) => stages[i]);
const finishTexts = new FewTexts(values, quarterAt);

interface OwnTexts {
  codes: CodeValues;
  common: CommonTags;
  operators: FewTexts;
}

/** Of one table: the texts of its own codes. */
const ownTexts = new WeakMap<SettlementTable, OwnTexts>();

function textsOf(table: SettlementTable): OwnTexts {
  let texts = ownTexts.get(table);
  if (texts === undefined) {
    texts = {
      codes: new CodeValues(table),
      common: new CommonTags(table, values, { region, status, flagged }),
      operators: new FewTexts(values, (i) => table.assigned.operators.list[i]),
    };
    ownTexts.set(table, texts);
  }
  return texts;
}

/** A tile with each of the rows as a point; see `leaveTile`. */
export function settlementsTile(table: SettlementTable, within: Rows, z: number, audience: Audience): Buffer {
  const { rows, from, before } = within;
  const { codes, common, operators } = textsOf(table);
  const view = layer.begin(before - from);
  for (const few of [common, stageTexts, finishTexts, operators]) few.begin();
  common.meet(within);
  const firstCode = codes.write(values, within);
  const hasNames = z >= namesFrom;
  const shift = worldBits - z - Math.log2(extent);
  const { x, y, population: people, assigned } = table;
  let end = layer.first;
  for (let i = from; i < before; i++) {
    const row = rows === null ? i : rows[i];
    let at = common.write(view, end + beforeTags, row);
    at = writeTag(view, at, code, firstCode + i - from);
    if (people[row] !== unknownPopulation) {
      const known = values.knownNumber(people[row]);
      at = writeTag(view, at, population, known < 0 ? values.newNumber(people[row]) : known);
    }
    if (assigned.first[row] !== none) at = writeAssigned(view, at, table, row, audience, operators);
    if (hasNames) at = writeNames(view, at, table, row);
    end = writePoint(view, end, at, (x[row] >>> shift) & (extent - 1), (y[row] >>> shift) & (extent - 1));
  }
  return layer.end(end);
}

/** Writes as tags what the audience may know of the assignments of a settlement; gives the place after them. */
function writeAssigned(
  view: DataView,
  from: number,
  table: SettlementTable,
  row: number,
  audience: Audience,
  operators: FewTexts,
): number {
  const { assigned } = table;
  const shown = shownAssignment(table, row, audience);
  if (shown === none) return from;
  let at = writeTag(view, from, stage, stageTexts.index(assigned.stage[shown]));
  at = writeTag(view, at, operator, operators.index(assigned.operator[shown]));
  at = writeTag(view, at, finish, finishTexts.index(assigned.finish[shown]));
  at = writeTag(view, at, overdue, values.boolean(assigned.overdue[shown] === 1));
  return writeTag(view, at, assignments, values.number(countAssignments(table, row, audience)));
}

/** Writes as tags the names that a settlement has; gives the place after them. */
function writeNames(view: DataView, from: number, { text, texts }: SettlementTable, row: number): number {
  let at = from;
  for (const [key, language] of nameKeys) {
    const start = texts.start(text[row] + language);
    const end = texts.end(text[row] + language);
    if (end > start) at = writeTag(view, at, key, values.text(texts.bytes, start, end));
  }
  return at;
}
