/**
 * What the optimiser is asked and what it answers: settlements to connect, candidate links by which each could be
 * connected, limits, and a plan that names a link and a quarter for each settlement or leaves it unserved.
 *
 * Everything is numbered from 0; names stay with the caller. Money is in tenge, present value; work is in any one unit
 * of crew time (crew-weeks, say), the same for links and crews. Arrays are read, never written.
 */

/** In `Links.parent`: the link begins at no settlement but at a node of the operator's network, or needs neither. */
export const NO_SETTLEMENT = -1;
/** In `Plan.link` and `Plan.quarter`: the settlement gets no link. */
export const UNSERVED = -1;
/** A horizon has no more quarters than so many. */
export const MOST_QUARTERS = 31;

export interface Problem {
  settlements: Settlements;
  links: Links;
  /** How many there are: operators, technologies, quarters of the horizon, years, regions, nodes. */
  operators: number;
  technologies: number;
  quarters: number;
  years: number;
  regions: number;
  nodes: number;
  /** By technology, 1: a settlement served by it can be the parent of others (fibre, microwave); 0: it cannot. */
  carries: Uint8Array;
  /** Crews: the work that an operator can finish in a quarter, at `operator × quarters + quarter`. */
  crews: Float64Array;
  /** By quarter: its year, 0 first, never descending. */
  yearOf: Uint8Array;
  /** By year: the subsidy that may be spent, tenge; `Infinity` where it is not limited. */
  subsidy: Float64Array;
  objective: Objective;
  /** What a person decided: never moved. */
  pins: readonly Pin[];
  /** What must not be: an operator declined, a place forbids masts, … */
  refusals: readonly Choice[];
  /** Progress that a region must show; empty where none is asked. */
  floors: readonly Floor[];
}

/** One entry a settlement in every array. */
export interface Settlements {
  residents: Float64Array;
  region: Uint16Array;
  /** Price of leaving it unserved, tenge (beside its waiting to the end of the horizon). Not of use in `service`. */
  unservedPrice: Float64Array;
  /** The last quarter in time; `quarters` or more where there is no deadline. */
  deadline: Uint8Array;
  /** Price of each quarter after the deadline, tenge. Not of use in `service`. */
  latePrice: Float64Array;
  /**
   * Open access: what it pays, once, where its parent is a settlement served by another operator, tenge; `Infinity`
   * forbids that.
   */
  accessFee: Float64Array;
}

/** Candidate links, one entry a link in every array, in any order. */
export interface Links {
  /** The settlement that it connects. */
  settlement: Uint32Array;
  /** The settlement that it is connected to, or `NO_SETTLEMENT`. */
  parent: Int32Array;
  /** The node that it is connected to, or -1: where there is a parent, and where nothing is needed (satellite). */
  node: Int32Array;
  operator: Uint8Array;
  technology: Uint8Array;
  /** Building and upkeep over the horizon, tenge, present value, not less than 0. */
  cost: Float64Array;
  /** Crew time, spent in the quarter in which the link is finished. */
  work: Float64Array;
  /** Of the cost, what the state pays, tenge, in the year of that quarter. */
  subsidy: Float64Array;
}

/**
 * What is least in the best plan.
 *
 * `cost`, in tenge: links, access fees, lateness, unserved settlements, missed floors, and `waitingPrice` for each
 * month that each resident waits (0: money alone).
 *
 * `service`, in person-months: residents × months waited; links and access fees together cost at most `budget`.
 *
 * Whoever is connected during a quarter waits to its middle, 3 × quarter + 1.5 months; the unserved wait to the end of
 * the horizon.
 */
export type Objective = { kind: 'cost'; waitingPrice: number } | { kind: 'service'; budget: number };

/** A pattern of links and quarters of one settlement: what is not named may be anything. */
export interface Choice {
  settlement: number;
  operator?: number;
  technology?: number;
  /** The settlement that it is connected to; or else the node. */
  parent?: number;
  node?: number;
  /** First and last quarter, both included. */
  quarters?: readonly [number, number];
}

/** A settlement keeps to a pattern and is served; with `unserved`, it stays unserved. */
export type Pin = Choice | { settlement: number; unserved: true };

/** Residents of a region who must be served by the end of a quarter, and the price of each one missing (in the unit of the objective). */
export interface Floor {
  region: number;
  quarter: number;
  residents: number;
  price: number;
}

/** One entry a settlement in both arrays. */
export interface Plan {
  /** An index into `Links`, or `UNSERVED`. */
  link: Int32Array;
  /** The quarter in which the link is finished, or `UNSERVED`. */
  quarter: Int8Array;
}

/** What a unit more of each limit is worth, in the unit of the objective; not less than 0. Small, and worth keeping. */
export interface Prices {
  /** A unit of work, at `operator × quarters + quarter`. */
  crews: Float64Array;
  /** A tenge of subsidy, by year. */
  subsidy: Float64Array;
  /** A tenge of the budget (`service` only). */
  budget: number;
  /** A resident served in time, by floor. */
  floors: Float64Array;
}

export interface Options {
  /** Of the random moves: the same seed gives the same plan. */
  seed: number;
  /** Moves of annealing in all; 0 only builds a first plan. */
  moves: number;
  /** Steps by which prices and bound are found. */
  steps: number;
  /** A finished run on the same links to set out from: its prices, and its plan as far as the pins let it stand. */
  from?: { plan: Plan; prices: Prices; bound?: number };
  onProgress?(progress: Progress): void;
  /** Asked many times a second; true ends the run with what there is. */
  cancelled?(): boolean;
}

export interface Progress {
  phase: 'prices' | 'plan';
  /** Of the phase, 0 to 1. */
  done: number;
  /** No plan costs less; -Infinity before the first. */
  bound: number;
  /** Of the best plan yet; Infinity before the first. */
  cost: number;
  gapPercent: number;
}

export interface Solution {
  plan: Plan;
  /** Of the plan, in the unit of the objective. */
  cost: number;
  /** No plan from these candidates costs less: proven. */
  bound: number;
  /** (cost − bound) / cost, in percent; `Infinity` before there is a bound. */
  gapPercent: number;
  prices: Prices;
  /** Ended by `cancelled`: another run of the same may end elsewhere. */
  cut: boolean;
  /** Settlements pinned to be served for which no room was found, ascending. */
  unmetPins: number[];
}
