import { NearestPoints } from '../network/nearest.ts';
import { costOf } from './costs.ts';
import type { Anchor, PlanningInput } from './input.ts';
import { PlanTechnology } from './parameters/schema.ts';

/** Settlements that each settlement may hang on. Twelve instead of six move the bound by less than 0.1 %. */
const neighbours = 6;

/** Candidate links: of each list, entry i is link i. */
export interface CandidateLinks {
  /** Index into the settlements of the input, of whom it connects and of what it hangs on; -1 where that is an anchor. */
  settlement: number[];
  parent: number[];
  /** Index into the anchors of the input, or -1. */
  anchor: number[];
  /** Indexes into the operators of the input, and into `PlanTechnology.options`. */
  operator: number[];
  technology: number[];
  kilometres: number[];
  /** Tenge. The fee is that for an anchor of another operator: for another's settlement it depends on the plan. */
  capital: number[];
  upkeep: number[];
  fee: number[];
  subsidy: number[];
  /** Settlements' worth of crews. */
  work: number[];
}

/**
 * All ways in which the settlements of the input could be connected, by links that are within reach: from the six
 * nearest settlements by any operator, from each operator's nearest anchor (and its nearest that is ready at once),
 * and from the nearest settlement that another operator has connected or promised. Of one settlement, by its number,
 * where only that is asked for.
 */
export function candidateLinks(input: PlanningInput, only?: number): CandidateLinks {
  const links: CandidateLinks = {
    settlement: [],
    parent: [],
    anchor: [],
    operator: [],
    technology: [],
    kilometres: [],
    capital: [],
    upkeep: [],
    fee: [],
    subsidy: [],
    work: [],
  };
  const { settlements, parameters, request } = input;
  const present = new Set(input.anchors.map(({ operatorCode }) => operatorCode));
  const operators = input.operators.map(({ code }, index) => ({ code, index })).filter(({ code }) => present.has(code));
  const technologies = usable(input).map((technology) => PlanTechnology.options.indexOf(technology));
  const terrestrial = technologies.filter((technology) => PlanTechnology.options[technology] !== 'satellite');
  const places = pointsOf(settlements);
  const anchors = new Anchors(input);
  const accessFee = Math.round(parameters['access-fee-usd'] * parameters['usd-to-tenge']);

  const add = (
    settlement: number,
    operator: number,
    technology: number,
    from: From,
    kilometres: number,
    fee: number,
  ) => {
    const cost = costOf(parameters, PlanTechnology.options[technology], kilometres, settlements[settlement].residents);
    if (cost === null) return;
    links.settlement.push(settlement);
    links.parent.push(from.parent);
    links.anchor.push(from.anchor);
    links.operator.push(operator);
    links.technology.push(technology);
    links.kilometres.push(Math.round(kilometres * 1000) / 1000);
    links.capital.push(cost.capital);
    links.upkeep.push(cost.upkeep);
    links.fee.push(fee);
    links.subsidy.push(cost.subsidy);
    links.work.push(cost.work);
  };

  for (const settlement of only === undefined ? settlements.keys() : [only]) {
    const { longitude, latitude } = settlements[settlement];
    const near = places.nearest(longitude, latitude, neighbours + 1).filter((other) => other !== settlement);
    for (const parent of near.slice(0, neighbours)) {
      const kilometres = places.distance(longitude, latitude, parent) / 1000;
      for (const { index } of operators) {
        for (const technology of terrestrial) add(settlement, index, technology, { parent, anchor: -1 }, kilometres, 0);
      }
    }
    const others = request.openAccess ? anchors.nearestConnected(longitude, latitude) : [];
    for (const { code, index } of operators) {
      for (const technology of technologies) {
        const own = anchors.nearestOf(code, PlanTechnology.options[technology], longitude, latitude);
        for (const anchor of own) {
          add(
            settlement,
            index,
            technology,
            { parent: -1, anchor },
            anchors.kilometres(longitude, latitude, anchor),
            0,
          );
        }
        for (const anchor of others) {
          const { operatorCode, technologies: onwards } = input.anchors[anchor];
          if (operatorCode === code || !onwards.includes(PlanTechnology.options[technology])) continue;
          const kilometres = anchors.kilometres(longitude, latitude, anchor);
          add(settlement, index, technology, { parent: -1, anchor }, kilometres, accessFee);
        }
      }
    }
  }
  return links;
}

interface From {
  parent: number;
  anchor: number;
}

/** The technologies that are asked for, and count by the programme's profile. */
export const usable = ({ request, counting }: PlanningInput): PlanTechnology[] =>
  PlanTechnology.options.filter(
    (technology) => request.technologies.includes(technology) && counting.includes(technology),
  );

const pointsOf = (places: readonly { longitude: number; latitude: number }[]) =>
  new NearestPoints(
    places.map(({ longitude }) => longitude),
    places.map(({ latitude }) => latitude),
  );

/** Points among which the nearest is looked for, by their index in the whole list. */
class Group {
  readonly #indexes: number[];
  readonly #points: NearestPoints;
  /** What was asked last: technologies that begin at the same anchors ask the same. */
  #asked: [number, number] = [Number.NaN, Number.NaN];
  #found: number[] = [];

  constructor(anchors: readonly Anchor[], indexes: number[]) {
    this.#indexes = indexes;
    this.#points = pointsOf(indexes.map((index) => anchors[index]));
  }

  nearest(longitude: number, latitude: number): number[] {
    if (longitude !== this.#asked[0] || latitude !== this.#asked[1]) {
      this.#asked = [longitude, latitude];
      this.#found = this.#points.nearest(longitude, latitude, 1).map((at) => this.#indexes[at]);
    }
    return this.#found;
  }
}

/** The anchors by who has them, and for what. */
class Anchors {
  readonly #points: NearestPoints;
  readonly #groups = new Map<string, Group[]>();
  readonly #connected: Group;
  /** From where was asked last, and how far each anchor is from there. */
  #asked: [number, number] = [Number.NaN, Number.NaN];
  readonly #away = new Map<number, number>();

  constructor({ anchors, operators, firstQuarter }: PlanningInput) {
    this.#points = pointsOf(anchors);
    const indexes = anchors.map((_, index) => index);
    const isReady = (index: number) => (anchors[index].readyQuarter ?? '') <= firstQuarter;
    const known = new Map<string, Group>();
    const groupOf = (own: number[]) => {
      const text = own.join();
      const group = known.get(text) ?? new Group(anchors, own);
      known.set(text, group);
      return group;
    };
    for (const { code } of operators) {
      for (const technology of PlanTechnology.options) {
        const own = indexes.filter(
          (index) => anchors[index].operatorCode === code && anchors[index].technologies.includes(technology),
        );
        const ready = own.filter(isReady);
        const groups = [own, ...(ready.length < own.length ? [ready] : [])].filter(({ length }) => length > 0);
        this.#groups.set(`${code} ${technology}`, groups.map(groupOf));
      }
    }
    this.#connected = new Group(
      anchors,
      indexes.filter((index) => 'settlement' in anchors[index].at),
    );
  }

  /** An operator's nearest anchor for a technology, and its nearest that is ready at once. */
  nearestOf(code: string, technology: PlanTechnology, longitude: number, latitude: number): number[] {
    const groups = this.#groups.get(`${code} ${technology}`) ?? [];
    return [...new Set(groups.flatMap((group) => group.nearest(longitude, latitude)))];
  }

  /** The nearest settlement that somebody has connected or promised. */
  nearestConnected(longitude: number, latitude: number): number[] {
    return this.#connected.nearest(longitude, latitude);
  }

  kilometres(longitude: number, latitude: number, anchor: number): number {
    if (longitude !== this.#asked[0] || latitude !== this.#asked[1]) {
      this.#asked = [longitude, latitude];
      this.#away.clear();
    }
    const away = this.#away.get(anchor) ?? this.#points.distance(longitude, latitude, anchor) / 1000;
    this.#away.set(anchor, away);
    return away;
  }
}
