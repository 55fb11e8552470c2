import { quarterAt } from '../calendar/quarters.ts';
import { none, stages } from '../country/table/assigned.ts';
import { worldBits } from '../country/table/morton.ts';
import { textEnglish, textKazakh, textRussian, unknownPopulation } from '../country/table/row-texts.ts';
import { notAssessed, type SettlementTable, statuses } from '../country/table/table.ts';
import { CodeValues } from './code-values.ts';
import { FewTexts } from './few-texts.ts';
import { extent, LayerWriter } from './layer.ts';
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

const statusTexts = new FewTexts(values, (i) => statuses[i]);
const stageTexts = new FewTexts(values, (i) => stages[i]);
const finishTexts = new FewTexts(values, quarterAt);

/** Of one table: the texts of its own codes. */
const ownTexts = new WeakMap<SettlementTable, { codes: CodeValues; regions: FewTexts; operators: FewTexts }>();

function textsOf(table: SettlementTable) {
  let texts = ownTexts.get(table);
  if (texts === undefined) {
    texts = {
      codes: new CodeValues(table),
      regions: new FewTexts(values, (i) => table.regions.list[i]),
      operators: new FewTexts(values, (i) => table.assigned.operators.list[i]),
    };
    ownTexts.set(table, texts);
  }
  return texts;
}

/** Each key of a settlement that has it, and its value. */
const tags = new Uint32Array(2 * settlementKeys.length);

/** A tile with each of the rows as a point. */
export function settlementsTile(table: SettlementTable, within: Rows, z: number, audience: Audience): Buffer {
  const { rows, from, before } = within;
  const { texts, assigned } = table;
  const { codes, regions, operators } = textsOf(table);
  layer.begin();
  for (const few of [statusTexts, stageTexts, finishTexts, regions, operators]) few.begin();
  // The first values take one byte to refer to: those that most settlements share.
  const isFlagged = [values.boolean(false), values.boolean(true)];
  for (let i = from; i < before; i++) {
    const row = rows === null ? i : rows[i];
    regions.index(table.region[row]);
    if (table.status[row] !== notAssessed) statusTexts.index(table.status[row]);
  }
  const firstCode = codes.write(values, within);
  const hasNames = z >= namesFrom;
  const shift = worldBits - z - Math.log2(extent);
  for (let i = from; i < before; i++) {
    const row = rows === null ? i : rows[i];
    let count = 0;
    tags[count++] = region;
    tags[count++] = regions.index(table.region[row]);
    tags[count++] = code;
    tags[count++] = firstCode + i - from;
    if (table.population[row] !== unknownPopulation) {
      tags[count++] = population;
      tags[count++] = values.number(table.population[row]);
    }
    if (table.status[row] !== notAssessed) {
      tags[count++] = status;
      tags[count++] = statusTexts.index(table.status[row]);
    }
    tags[count++] = flagged;
    tags[count++] = isFlagged[table.flagged[row]];
    if (assigned.first[row] !== none) count = tagAssigned(table, row, audience, operators, count);
    if (hasNames) {
      const text = table.text[row];
      for (const [key, language] of nameKeys) {
        const start = texts.start(text + language);
        const end = texts.end(text + language);
        if (end === start) continue;
        tags[count++] = key;
        tags[count++] = values.text(texts.bytes, start, end);
      }
    }
    layer.point((table.x[row] >>> shift) & (extent - 1), (table.y[row] >>> shift) & (extent - 1), tags, count);
  }
  return layer.end();
}

/** Puts behind `count` tags what the audience may know of the assignments of a settlement. */
function tagAssigned(table: SettlementTable, row: number, audience: Audience, operators: FewTexts, count: number) {
  const { assigned } = table;
  const shown = shownAssignment(table, row, audience);
  if (shown === none) return count;
  const told = [
    [stage, stageTexts.index(assigned.stage[shown])],
    [operator, operators.index(assigned.operator[shown])],
    [finish, finishTexts.index(assigned.finish[shown])],
    [overdue, values.boolean(assigned.overdue[shown] === 1)],
    [assignments, values.number(countAssignments(table, row, audience))],
  ].flat();
  tags.set(told, count);
  return count + told.length;
}
