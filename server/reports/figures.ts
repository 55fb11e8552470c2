import { Status } from '../assessment/schema.ts';
import type { Known, KnownSettlement } from './known.ts';
import type { Count, Coverage, Figures, ReportSource } from './schema.ts';

export const nothing = (): Count => ({ settlements: 0, residents: 0 });

export function add(count: Count, residents: number | null): void {
  count.settlements += 1;
  count.residents += residents ?? 0;
}

/** Whether a settlement is one of those that the programme is for. */
export const counts = ({ population }: { population: number | null }, threshold: number): boolean =>
  population !== null && population > threshold;

/** How far these settlements are served. */
export function figuresOf(settlements: readonly KnownSettlement[], threshold: number): Figures {
  const figures: Figures = {
    all: nothing(),
    populationMissing: 0,
    counted: nothing(),
    served: nothing(),
    flagged: nothing(),
    byStatus: Object.fromEntries(Status.options.map((status) => [status, nothing()])) as Figures['byStatus'],
    share: { settlements: null, residents: null },
  };
  for (const settlement of settlements) {
    const { population, status } = settlement;
    add(figures.all, population);
    add(figures.byStatus[status ?? 'unknown'], population);
    if (population === null) figures.populationMissing += 1;
    if (!counts(settlement, threshold)) continue;
    add(figures.counted, population);
    add(status === 'served' ? figures.served : figures.flagged, population);
  }
  const { served, counted } = figures;
  if (counted.settlements > 0) {
    figures.share = {
      settlements: served.settlements / counted.settlements,
      residents: served.residents / counted.residents,
    };
  }
  return figures;
}

/** The figures of a part of the country, and of each region in it; of one region, of each district. */
export function coverageOf(known: Known, byDistrict: boolean): Coverage {
  const { asOf, programme, settlements } = known;
  const { code, version, names, citation } = programme.profile;
  const threshold = programme.populationThreshold;
  const parts = new Map<string, KnownSettlement[]>();
  for (const settlement of settlements) {
    const key = byDistrict ? `${settlement.regionCode} ${settlement.districtCode}` : settlement.regionCode;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [settlement]);
    else part.push(settlement);
  }
  const namesOf = (regionCode: string, districtCode: string | null) =>
    (byDistrict
      ? known.districts.find((district) => district.regionCode === regionCode && district.code === districtCode)
      : known.regions.find((region) => region.code === regionCode)
    )?.names ?? null;
  return {
    asOf,
    populationThreshold: threshold,
    profile: { code, version, names, citation },
    targetDate: programme.targetDate,
    total: figuresOf(settlements, threshold),
    rows: [...parts.values()].map((part) => {
      const [{ regionCode }] = part;
      const districtCode = byDistrict ? part[0].districtCode : null;
      return { regionCode, districtCode, names: namesOf(regionCode, districtCode), ...figuresOf(part, threshold) };
    }),
    sources: [...populationSources(settlements), ...known.evidenceSources],
  };
}

function populationSources(settlements: readonly KnownSettlement[]): ReportSource[] {
  const sources = new Map<string, ReportSource>();
  for (const { population, populationSource, populationDate } of settlements) {
    if (population === null) continue;
    const source = populationSource ?? '';
    const entry = sources.get(source) ?? { kind: 'population', source, licence: '', dated: null, rows: 0 };
    sources.set(source, entry);
    entry.rows += 1;
    if (populationDate !== null && populationDate > (entry.dated ?? '')) entry.dated = populationDate;
  }
  return [...sources.values()].toSorted((a, b) => b.rows - a.rows || (a.source < b.source ? -1 : 1));
}
