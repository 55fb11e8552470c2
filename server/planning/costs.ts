import type { ParameterCode, PlanTechnology } from './parameters/schema.ts';

export type Parameters = Readonly<Record<ParameterCode, number>>;

/** What a link costs. Tenge; building, and the present value of upkeep from then to the horizon. */
export interface LinkCost {
  capital: number;
  upkeep: number;
  /** Settlements' worth of a crew's work in a quarter, at least 1: assignments are counted so too. */
  work: number;
  /** What the state pays of it. */
  subsidy: number;
}

/** What residents need in the busy hour, Mbit/s. */
export const demandOf = (parameters: Parameters, residents: number): number =>
  Math.max(parameters['demand-least-mbps'], parameters['demand-mbps-per-resident'] * residents);

/** The longest link of a technology, in kilometres of a straight line. */
export function reachOf(parameters: Parameters, technology: PlanTechnology): number {
  switch (technology) {
    case 'fibre':
      return parameters['fibre-reach-km'];
    case 'fixed-wireless':
      return parameters['microwave-reach-km'];
    case '4g':
      return parameters['mobile-site-radius-km'];
    case 'satellite':
      return Infinity;
  }
}

/** The present value of 1 paid at the end of each of so many years. */
export function annuity(years: number, rate: number): number {
  return rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
}

/**
 * What a link of so many kilometres in a straight line costs that serves so many residents; null where it is beyond
 * reach, or carries less than they need.
 */
export function costOf(
  parameters: Parameters,
  technology: PlanTechnology,
  kilometres: number,
  residents: number,
): LinkCost | null {
  if (kilometres > reachOf(parameters, technology)) return null;
  const years = annuity(parameters['horizon-years'], parameters['discount-rate']);
  const demand = demandOf(parameters, residents);
  switch (technology) {
    case 'fibre': {
      const route = kilometres * parameters['fibre-route-factor'];
      const usd = route * parameters['fibre-usd-per-km'];
      const work = Math.max(1, route / parameters['fibre-km-per-work']);
      return inTenge(parameters, usd, usd * parameters['fibre-upkeep-share'] * years, work);
    }
    case 'fixed-wireless': {
      if (demand > parameters['microwave-mbps']) return null;
      const usd = parameters['microwave-usd-per-hop'];
      return inTenge(parameters, usd, usd * parameters['microwave-upkeep-share'] * years);
    }
    case '4g':
      return inTenge(parameters, parameters['mobile-site-usd'], parameters['mobile-site-usd-per-year'] * years);
    case 'satellite': {
      const usd = parameters['satellite-terminal-usd'];
      return inTenge(
        parameters,
        usd,
        usd * renewals(parameters) + demand * parameters['satellite-usd-per-mbps-year'] * years,
      );
    }
  }
}

/** The present value of buying anew, for 1, each time that a terminal has lived its years before the horizon. */
function renewals(parameters: Parameters): number {
  const life = parameters['satellite-terminal-years'];
  let value = 0;
  for (let year = life; year < parameters['horizon-years']; year += life) {
    value += (1 + parameters['discount-rate']) ** -year;
  }
  return value;
}

function inTenge(parameters: Parameters, capitalUsd: number, upkeepUsd: number, work = 1): LinkCost {
  const rate = parameters['usd-to-tenge'];
  const capital = Math.round(capitalUsd * rate);
  return {
    capital,
    upkeep: Math.round(upkeepUsd * rate),
    work: Math.round(work * 1000) / 1000,
    subsidy: Math.round(capital * parameters['subsidy-share']),
  };
}
