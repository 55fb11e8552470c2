import { quarterAt } from '../calendar/quarters.ts';
import { none, stages } from '../country/table/assigned.ts';
import { worldBits } from '../country/table/morton.ts';
import { textCode, textEnglish, textKazakh, textRussian, unknownPopulation } from '../country/table/row-texts.ts';
import { notAssessed, type SettlementTable, statuses } from '../country/table/table.ts';
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

/** Texts that occur again and again, each written to a tile when it is first met there. */
class FewTexts {
  readonly #textOf: (i: number) => string;
  readonly #bytes: (Buffer | undefined)[] = [];
  #indices: (number | undefined)[] = [];

  constructor(textOf: (i: number) => string) {
    this.#textOf = textOf;
  }

  reset(): void {
    this.#indices = [];
  }

  index(i: number): number {
    const known = this.#indices[i];
    if (known !== undefined) return known;
    const bytes = (this.#bytes[i] ??= Buffer.from(this.#textOf(i)));
    return (this.#indices[i] = values.text(bytes, 0, bytes.length));
  }
}

const statusTexts = new FewTexts((i) => statuses[i]);
const stageTexts = new FewTexts((i) => stages[i]);
const finishTexts = new FewTexts(quarterAt);

/** Of one table: the texts of its own codes. */
const ownTexts = new WeakMap<SettlementTable, { regions: FewTexts; operators: FewTexts }>();

function textsOf(table: SettlementTable) {
  let texts = ownTexts.get(table);
  if (texts === undefined) {
    texts = {
      regions: new FewTexts((i) => table.regions.list[i]),
      operators: new FewTexts((i) => table.assigned.operators.list[i]),
    };
    ownTexts.set(table, texts);
  }
  return texts;
}

/** A tile with each of the rows as a point. */
export function settlementsTile(table: SettlementTable, { rows, from, before }: Rows, z: number, audience: Audience) {
  const { texts, assigned } = table;
  const { regions, operators } = textsOf(table);
  layer.begin();
  for (const few of [statusTexts, stageTexts, finishTexts, regions, operators]) few.reset();
  const hasNames = z >= namesFrom;
  const shift = worldBits - z - Math.log2(extent);
  for (let i = from; i < before; i++) {
    const row = rows === null ? i : rows[i];
    const text = table.text[row];
    layer.tag(region, regions.index(table.region[row]));
    layer.tag(code, values.newText(texts.bytes, texts.start(text + textCode), texts.end(text + textCode)));
    if (table.population[row] !== unknownPopulation) layer.tag(population, values.number(table.population[row]));
    if (table.status[row] !== notAssessed) layer.tag(status, statusTexts.index(table.status[row]));
    layer.tag(flagged, values.boolean(table.flagged[row] === 1));
    const shown = shownAssignment(table, row, audience);
    if (shown !== none) {
      layer.tag(stage, stageTexts.index(assigned.stage[shown]));
      layer.tag(operator, operators.index(assigned.operator[shown]));
      layer.tag(finish, finishTexts.index(assigned.finish[shown]));
      layer.tag(overdue, values.boolean(assigned.overdue[shown] === 1));
      layer.tag(assignments, values.number(countAssignments(table, row, audience)));
    }
    if (hasNames) {
      for (const [key, language] of nameKeys) {
        const start = texts.start(text + language);
        const end = texts.end(text + language);
        if (end > start) layer.tag(key, values.text(texts.bytes, start, end));
      }
    }
    layer.point((table.x[row] >>> shift) & (extent - 1), (table.y[row] >>> shift) & (extent - 1));
  }
  return layer.end();
}
