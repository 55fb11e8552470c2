import type { PlanProblem, PlanProblemCode } from '../planning/requests/schema.ts';

type Values = PlanProblem['values'];

/** What is wrong with what a plan is made from, and what to change: as people at the terminal read it. */
const words: Record<PlanProblemCode, (values: Values) => string> = {
  'no-programme': () => 'there is no programme yet. Load a country first: baylanys import.',
  'no-settlements': () =>
    'no settlement is to be planned: none is flagged there, or all are assigned. Widen the scope.',
  'no-operators': () => 'no operator takes part. Load a file that names operators.',
  'unknown-operator': ({ operator }) => `there is no operator ${operator}. Name one that is there.`,
  'no-nodes': () => 'no operator has a node of its network, so there is nowhere to begin. Import nodes.',
  'no-technologies': () => 'no technology is allowed. Name one by --technologies.',
  'quarter-past': ({ quarter }) => `${quarter} is past. Choose a later quarter.`,
  'parameter-range': ({ parameter, value, least, most }) =>
    `the parameter ${parameter} is ${value}; it may be from ${least} to ${most}. Set another value.`,
  'no-links': () => 'nothing within reach can be built. Allow more --technologies, raise the reaches, or import nodes.',
  'pin-committed': ({ count }) => `${count} pins contradict what is assigned. Take them back, or what is assigned.`,
  'pin-refused': ({ count }) => `${count} pins name an operator that has declined there. Name another.`,
  'pin-operator-out': ({ count }) => `${count} pins name an operator that does not take part. Name another.`,
  'pin-technology-out': ({ count }) => `${count} pins name a technology that is not allowed. Add it to --technologies.`,
  'pin-quarter-out': ({ count }) => `${count} pins name a quarter outside the plan. Raise --quarters, or change them.`,
  'pin-no-link': ({ count }) => `${count} pins ask for what nothing within reach can give. Change them.`,
  'pin-work-exceeds-quarter': ({ count }) =>
    `${count} pins ask for more work than their operator has in any quarter. Give it more --crews, or change them.`,
  'pins-exceed-crews': ({ count, operator, quarter }) =>
    `${count} pins to ${operator} in ${quarter} are more than its crews can do. Give it more --crews, or move some.`,
  'operator-no-nodes': ({ operator }) => `${operator} has no node: it can only continue from others. Import its nodes.`,
  'out-of-reach': ({ count }) =>
    `nothing within reach can be built for ${count} settlements: they are left. Allow more --technologies, or raise the reaches.`,
  islands: ({ count }) =>
    `${count} settlements can be reached only from others that nothing reaches: they are left. Import nodes nearer to them, or allow satellite.`,
  'work-exceeds-quarter': ({ count }) =>
    `${count} settlements are more work than any operator has in a quarter: they are left. Give more --crews.`,
  'commitments-exceed-crews': ({ operator, quarter }) =>
    `${operator} is to finish more in ${quarter} than its crews can. What stands is kept. Give it more --crews, or move it.`,
  'commitments-exceed-subsidy': ({ year }) =>
    `what is assigned takes more subsidy in ${year} than there is. Raise --subsidy-per-year.`,
  'population-missing': ({ count }) => `the population of ${count} settlements is unknown: they are left. Enter it.`,
  'technology-not-counting': ({ technology }) =>
    `${technology} does not count as high-speed by the profile in force. Leave it out of --technologies.`,
};

/** Settlements that are named beside their count. */
const named = 5;

/** `warning: 3 settlements … (751110000, 751120000, …)` */
export function problemInWords({ severity, code, values, settlements }: PlanProblem): string {
  const codes = settlements.slice(0, named).map((key) => key.code);
  const more = settlements.length > named ? ', …' : '';
  return `${severity}: ${words[code](values)}${codes.length === 0 ? '' : ` (${codes.join(', ')}${more})`}`;
}
