import { quarterNumber } from '../calendar/quarters.ts';
import type { SettlementKey } from '../places/schema.ts';
import { usable } from './candidates.ts';
import { problem } from './check-input.ts';
import type { PlanningInput } from './input.ts';
import { choiceOf, type NamedProblem, textOf } from './problem.ts';
import type { PlanProblem, PlanProblemCode } from './requests/schema.ts';

type InputPin = PlanningInput['pins'][number];

/** What pins contradict: a commitment, a refusal, the request, what can be built, or each other. */
export function checkPins(named: NamedProblem): PlanProblem[] {
  const { input, numberOf } = named;
  const committed = new Map(input.committed.map((row) => [textOf(row), row]));
  const found = new Map<PlanProblemCode, SettlementKey[]>();
  const note = (code: PlanProblemCode, key: SettlementKey) => found.set(code, [...(found.get(code) ?? []), key]);
  for (const pin of input.pins) {
    const commitment = committed.get(textOf(pin));
    const number = numberOf.get(textOf(pin));
    if (commitment !== undefined && contradicts(pin, commitment)) note('pin-committed', pin);
    if (number === undefined || pin.unserved) continue;
    const code = faultOf(named, pin, number, named.linksOf[number]);
    if (code !== null) note(code, pin);
  }
  return [
    ...[...found].map(([code, settlements]) => problem('error', code, {}, settlements)),
    ...(found.size === 0 ? crowded(named) : []),
  ];
}

const contradicts = (
  { operatorCode, technology, quarter, unserved }: InputPin,
  commitment: PlanningInput['committed'][number],
): boolean =>
  unserved ||
  (operatorCode !== null && operatorCode !== commitment.operatorCode) ||
  (technology !== null && technology !== commitment.technology) ||
  (quarter !== null && quarter !== commitment.finishQuarter);

/** What is wrong with the pin of one settlement. */
function faultOf(
  { input, links, problem: { crews, quarters: horizon } }: NamedProblem,
  pin: InputPin,
  number: number,
  own: readonly number[],
): PlanProblemCode | null {
  const { operatorCode, technology, quarter } = pin;
  const { operator, technology: kind } = choiceOf(input, number, pin);
  if (operatorCode !== null && operator === -1) return 'pin-operator-out';
  if (technology !== null && !usable(input).includes(technology)) return 'pin-technology-out';
  const at = quarter === null ? null : quarterNumber(quarter) - quarterNumber(input.firstQuarter);
  if (at !== null && (at < 0 || at >= horizon)) return 'pin-quarter-out';
  if (operatorCode !== null && input.settlements[number].refusedBy.includes(operatorCode)) return 'pin-refused';
  const fitting = own.filter(
    (link) =>
      (operator === undefined || links.operator[link] === operator) &&
      (kind === undefined || links.technology[link] === kind) &&
      !input.settlements[number].refusedBy.includes(input.operators[links.operator[link]].code),
  );
  if (fitting.length === 0) return 'pin-no-link';
  const allowed = at === null ? Array.from({ length: horizon }, (_, index) => index) : [at];
  const hasRoom = fitting.some((link) =>
    allowed.some((index) => links.work[link] <= crews[links.operator[link] * horizon + index]),
  );
  return hasRoom ? null : 'pin-work-exceeds-quarter';
}

/** Quarters in which an operator is pinned to more than its crews can do, by the least work of each. */
function crowded({
  input,
  links,
  problem: { crews, quarters: horizon },
  numberOf,
  quarters,
  linksOf,
}: NamedProblem): PlanProblem[] {
  const pinned = new Map<number, { work: number; settlements: SettlementKey[] }>();
  for (const pin of input.pins) {
    const number = numberOf.get(textOf(pin));
    if (number === undefined || pin.operatorCode === null || pin.quarter === null) continue;
    const { operator, technology, quarters: at } = choiceOf(input, number, pin);
    const works = linksOf[number]
      .filter(
        (link) =>
          links.operator[link] === operator && (technology === undefined || links.technology[link] === technology),
      )
      .map((link) => links.work[link]);
    const slot = operator! * horizon + at![0];
    const before = pinned.get(slot) ?? { work: 0, settlements: [] };
    pinned.set(slot, {
      work: before.work + Math.min(...works),
      settlements: [...before.settlements, { regionCode: pin.regionCode, code: pin.code }],
    });
  }
  return [...pinned].flatMap(([slot, { work, settlements }]) =>
    work > crews[slot] + 1e-9
      ? [
          problem(
            'error',
            'pins-exceed-crews',
            {
              operator: input.operators[Math.floor(slot / horizon)].code,
              quarter: quarters[slot % horizon],
              work: Math.round(work * 100) / 100,
              available: crews[slot],
            },
            settlements,
          ),
        ]
      : [],
  );
}
