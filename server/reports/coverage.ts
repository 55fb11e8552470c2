import type { Names } from '../places/schema.ts';
import { add, figuresOf, nothing } from './figures.ts';
import type { Known, KnownSettlement } from './known.ts';
import { overdueOf } from './plan.ts';
import type { Count, Coverage, PartFigures, ReportSource } from './schema.ts';

/** A region or district as a key; the district of a settlement that is in none is null. */
type PartOf = (place: { regionCode: string; districtCode: string | null }) => string;

/** The figures of a part of the country, and of each region in it; of one region, of each district. */
export function coverageOf(known: Known, region: string | undefined): Coverage {
  const { asOf, programme, settlements } = known;
  const { code, version, names, citation } = programme.profile;
  const threshold = programme.populationThreshold;
  const partOf: PartOf = (place) => (region === undefined ? place.regionCode : `${place.districtCode}`);
  const parts = new Map<string, KnownSettlement[]>();
  for (const settlement of settlements) {
    const part = parts.get(partOf(settlement));
    if (part === undefined) parts.set(partOf(settlement), [settlement]);
    else part.push(settlement);
  }
  const overdue = overdueBy(known, partOf);
  const districts = known.districts.filter(({ regionCode }) => regionCode === region);
  return {
    asOf,
    populationThreshold: threshold,
    profile: { code, version, names, citation: inEach(citation) },
    targetDate: programme.targetDate,
    regions: known.regions.map((one) => ({ code: one.code, names: one.names })),
    districts: districts.map((one) => ({ code: one.code, names: one.names })),
    total: { ...figuresOf(settlements, threshold), overdue: overdueBy(known, () => '').get('') ?? nothing() },
    rows: [...parts].map(([key, part]): PartFigures => {
      const [{ regionCode }] = part;
      const districtCode = region === undefined ? null : part[0].districtCode;
      const place =
        region === undefined
          ? known.regions.find((one) => one.code === regionCode)
          : districts.find((one) => one.code === districtCode);
      const figures = { ...figuresOf(part, threshold), overdue: overdue.get(key) ?? nothing() };
      return { regionCode, districtCode, names: place?.names ?? null, ...figures };
    }),
    sources: [...populationSources(settlements), ...known.evidenceSources],
  };
}

/** What is said in each language, or in one for all. */
const inEach = (said: Names | string): Names => (typeof said === 'string' ? { kk: said, ru: said, en: said } : said);

/** Settlements with something overdue, each counted once, and who lives there. */
function overdueBy(known: Known, partOf: PartOf): Map<string, Count> {
  const late = new Map(overdueOf(known).rows.map((row) => [`${row.regionCode} ${row.code}`, row]));
  const counted = new Map<string, Count>();
  for (const row of late.values()) {
    const count = counted.get(partOf(row)) ?? nothing();
    counted.set(partOf(row), count);
    add(count, row.population);
  }
  return counted;
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
