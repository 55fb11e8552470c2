import { Tree } from '../../network/tree.ts';
import { Arborescence } from './arborescence.ts';
import { type Links, type Problem, NO_SETTLEMENT } from './model.ts';
import { Random } from './random.ts';

/**
 * How hard a generated country is. Crews and subsidy are multiples of what the cheapest plan without limits needs:
 *
 * `tight`: crews 1.3 ×, subsidy 1.35 ×, waiting has a price. `normal`: 2 × and 3 ×. `cost`: as tight, but waiting has
 * no price. `early`: as tight, least person-months, within 0.7 × the money. `scarce`: crews 0.6 ×, subsidy 0.5 ×, so
 * that many must be left unserved.
 */
export const generatedCases = ['tight', 'normal', 'cost', 'early', 'scarce'] as const;
export type GeneratedCase = (typeof generatedCases)[number];

export interface Asked {
  settlements: number;
  operators: number;
  quarters: number;
  case: GeneratedCase;
  seed: number;
}

const slack: Record<GeneratedCase, { crews: number; subsidy: number }> = {
  tight: { crews: 1.3, subsidy: 1.35 },
  normal: { crews: 2, subsidy: 3 },
  cost: { crews: 1.3, subsidy: 1.35 },
  early: { crews: 1.3, subsidy: 1.35 },
  scarce: { crews: 0.6, subsidy: 0.5 },
};
const EARLY_BUDGET = 0.7;

/** Tenge a dollar; tenge a person-month of waiting. */
const TENGE = 500;
const WAITING_PRICE = 1_500;
/** Square kilometres of country for each settlement to connect, and how many of these lie round one centre. */
const AREA = 150;
const CLUSTER = 25;
const NEIGHBOURS = 6;
/** Of the settlements, those that lie where a mast can be seen from afar. */
const HIGH = 0.25;

/** A dollar a year for ten years, at 5 %; upkeep of 5 % a year added to what is built (ITU Connectivity Planning Platform). */
const ANNUITY = 7.72;
const UPKEEP = 1 + 0.05 * ANNUITY;
/** Dollars a year for a Mbit/s by satellite. */
const SATELLITE_RATE = 300;
const ROUTE_FACTOR = 1.1;

interface Technology {
  name: string;
  carries: boolean;
  /** Longest link, km. */
  reach: number;
  /** Of the cost, what the state pays. */
  subsidised: number;
  /** Dollars, upkeep included, and crew-weeks. */
  cost(kilometres: number, residents: number): number;
  work(kilometres: number, residents: number): number;
}

/** In the order of their numbers. Satellite is a terminal for each household, renewed after five years. */
export const technologies: readonly Technology[] = [
  {
    name: 'fibre',
    carries: true,
    reach: 50,
    subsidised: 0.6,
    cost: (kilometres) => (15_000 + 20_000 * ROUTE_FACTOR * kilometres) * UPKEEP,
    work: (kilometres) => 1 + 0.6 * kilometres,
  },
  {
    name: 'microwave',
    carries: true,
    reach: 30,
    subsidised: 0.5,
    cost: (kilometres, residents) => (45_000 + 500 * kilometres + 10 * residents) * UPKEEP,
    work: (kilometres) => 3 + 0.05 * kilometres,
  },
  {
    name: '4G site',
    carries: false,
    reach: 5,
    subsidised: 0.4,
    cost: () => 100_000 + 13_400 * ANNUITY,
    work: () => 2,
  },
  {
    name: 'satellite',
    carries: false,
    reach: Infinity,
    subsidised: 0.3,
    cost: (_, residents) => 20_000 + (residents / 4) * 1_600 + residents * 0.05 * SATELLITE_RATE * ANNUITY,
    work: (_, residents) => 0.5 + residents / 400,
  },
];
const SATELLITE = 3;

/** Where things lie on a plane, km. */
interface Places {
  x: Float64Array;
  y: Float64Array;
}

/** A country made up from a seed; nothing in it is real. */
export function generate(asked: Asked): Problem {
  const random = new Random(asked.seed);
  const { settlements: count, operators, quarters } = asked;
  const side = Math.sqrt(count * AREA);
  const centres = scatter(random, Math.max(1, Math.round(count / CLUSTER)), side);
  const places = around(random, centres, count, side);
  const residents = Float64Array.from({ length: count }, () => Math.round(250 + 350 * Math.exp(0.9 * normal(random))));
  const regions = Math.max(1, Math.min(20, Math.round(count / 50)));
  const capitals = scatter(random, regions, side);
  const region = Uint16Array.from(nearest(capitals, places, 1).flat());
  const factors = Float64Array.from({ length: operators * regions }, () => 0.85 + 0.4 * random.unit());
  const nodes = Array.from({ length: operators }, () =>
    around(random, centres, Math.max(1, Math.round(count / 20)), side),
  );
  const links = candidateLinks(
    random,
    places,
    residents,
    nodes,
    (operator, s) => factors[operator * regions + region[s]],
  );
  const cheapest = cheapestPlan(links, count);
  const years = Math.ceil(quarters / 4);
  const { crews, subsidy } = slack[asked.case];
  const shares = Array.from({ length: operators }, () => 0.7 + 0.6 * random.unit());
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const capacity = (operator: number) =>
    Math.max((crews * cheapest.work * shares[operator]) / (whole * quarters), cheapest.greatestWork);
  return {
    settlements: {
      residents,
      region,
      unservedPrice: residents.map((people) => TENGE * (300_000 + 600 * people)),
      deadline: Uint8Array.from(residents, () => (random.unit() < 0.3 ? random.below(quarters) : quarters)),
      latePrice: new Float64Array(count).fill(TENGE * 4_000),
      accessFee: new Float64Array(count).fill(TENGE * 6_000),
    },
    links,
    operators,
    technologies: technologies.length,
    quarters,
    years,
    regions,
    nodes: nodes.reduce((sum, { x }) => sum + x.length, 0),
    carries: Uint8Array.from(technologies, ({ carries }) => Number(carries)),
    crews: Float64Array.from({ length: operators * quarters }, (_, at) => capacity(Math.floor(at / quarters))),
    yearOf: Uint8Array.from({ length: quarters }, (_, quarter) => quarter >> 2),
    subsidy: new Float64Array(years).fill((subsidy * cheapest.subsidy) / years),
    objective:
      asked.case === 'early'
        ? { kind: 'service', budget: EARLY_BUDGET * cheapest.cost }
        : { kind: 'cost', waitingPrice: asked.case === 'cost' ? 0 : WAITING_PRICE },
    pins: [],
    refusals: [],
    floors: [],
  };
}

function scatter(random: Random, count: number, side: number): Places {
  const x = Float64Array.from({ length: count }, () => side * random.unit());
  return { x, y: x.map(() => side * random.unit()) };
}

/** Two of three lie near a centre, the others anywhere. */
function around(random: Random, centres: Places, count: number, side: number): Places {
  const places = scatter(random, count, side);
  for (let i = 0; i < count; i++) {
    if (random.unit() < 1 / 3) continue;
    const centre = random.below(centres.x.length);
    places.x[i] = centres.x[centre] + 15 * normal(random);
    places.y[i] = centres.y[centre] + 15 * normal(random);
  }
  return places;
}

/** Nearly of the normal distribution: the sum of twelve (no logarithm, which machines may round differently). */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.unit();
  return sum;
}

/** For each place, the nearest `count` of the others given. */
function nearest(among: Places, places: Places, count: number): number[][] {
  const tree = new Tree(Float64Array.from({ length: 3 * among.x.length }, (_, at) => coordinate(among, at)));
  return Array.from(places.x, (x, i) => tree.nearest(x, places.y[i], 0, count).indexes.slice(0, count));
}

const coordinate = ({ x, y }: Places, at: number) => [x, y][at % 3]?.[Math.floor(at / 3)] ?? 0;

/** To the six nearest settlements by any operator, to the nearest node of each operator, and by satellite. */
function candidateLinks(
  random: Random,
  places: Places,
  residents: Float64Array,
  nodes: readonly Places[],
  factor: (operator: number, settlement: number) => number,
): Links {
  const most = residents.length * nodes.length * (NEIGHBOURS * SATELLITE + technologies.length);
  const links: Links = {
    settlement: new Uint32Array(most),
    parent: new Int32Array(most),
    node: new Int32Array(most),
    operator: new Uint8Array(most),
    technology: new Uint8Array(most),
    cost: new Float64Array(most),
    work: new Float64Array(most),
    subsidy: new Float64Array(most),
  };
  let count = 0;
  const add = (settlement: number, parent: number, node: number, operator: number, technology: number, km: number) => {
    const { cost, work, subsidised, reach } = technologies[technology];
    if (km > reach) return;
    const money = Math.round(TENGE * cost(km, residents[settlement]) * factor(operator, settlement));
    links.settlement[count] = settlement;
    links.parent[count] = parent;
    links.node[count] = node;
    links.operator[count] = operator;
    links.technology[count] = technology;
    links.cost[count] = money;
    links.work[count] = Math.round(100 * work(km, residents[settlement])) / 100;
    links.subsidy[count] = Math.round(money * subsidised);
    count++;
  };
  const addAll = (s: number, parent: number, node: number, from: Places, at: number, operators: readonly number[]) => {
    const km = Math.hypot(places.x[s] - from.x[at], places.y[s] - from.y[at]);
    const isInSight = high[s] === 1 && random.unit() < 0.9 - km / 60;
    for (const operator of operators)
      for (let technology = 0; technology < SATELLITE; technology++)
        if (technology !== 1 || isInSight) add(s, parent, node, operator, technology, km);
  };
  const high = Uint8Array.from(residents, () => Number(random.unit() < HIGH));
  const all = nodes.map((_, operator) => operator);
  const neighbours = nearest(places, places, NEIGHBOURS + 1);
  const nearestNodes = nodes.map((of) => nearest(of, places, 1));
  for (let s = 0; s < residents.length; s++) {
    for (const parent of neighbours[s].filter((other) => other !== s).slice(0, NEIGHBOURS))
      addAll(s, parent, -1, places, parent, all);
    let before = 0;
    for (const [operator, of] of nodes.entries()) {
      const [node] = nearestNodes[operator][s];
      addAll(s, NO_SETTLEMENT, before + node, of, node, [operator]);
      before += of.x.length;
      add(s, NO_SETTLEMENT, -1, operator, SATELLITE, 0);
    }
  }
  return {
    settlement: links.settlement.slice(0, count),
    parent: links.parent.slice(0, count),
    node: links.node.slice(0, count),
    operator: links.operator.slice(0, count),
    technology: links.technology.slice(0, count),
    cost: links.cost.slice(0, count),
    work: links.work.slice(0, count),
    subsidy: links.subsidy.slice(0, count),
  };
}

/** What it would take to connect everyone by the cheapest links, with no limit and whoever carries. */
function cheapestPlan({ settlement, parent, cost, work, subsidy }: Links, count: number) {
  const first = new Uint32Array(count + 1);
  for (const s of settlement) first[s + 1]++;
  for (let s = 0; s < count; s++) first[s + 1] += first[s];
  const tree = new Arborescence(first, parent);
  const total = { cost: tree.solve(cost), work: 0, subsidy: 0, greatestWork: 0 };
  for (const link of tree.chosen) {
    total.work += work[link];
    total.subsidy += subsidy[link];
    total.greatestWork = Math.max(total.greatestWork, work[link]);
  }
  return total;
}
