import { compareLevels, compareText, type Finding } from './findings.ts';
import type { Measuring } from './measuring.ts';
import type { Contradiction } from './schema.ts';

/** A claim or register with one that contradicts it. */
export interface Against {
  word: Finding;
  by: Measuring | Finding;
  /** The probability that the word is not met; null of an inspection. */
  confidence: number | null;
}

/**
 * One contradiction for each operator's technology and for each kind of what speaks against it, however many claims say
 * the same: the surest of them. In the order of operator, technology and kind.
 */
export function contradictionsBy(pairs: readonly Against[]): Contradiction[] {
  const groups = new Map<string, Against[]>();
  for (const pair of pairs) {
    const key = [pair.word.operatorCode, pair.word.technology, kindOf(pair)].join(' ');
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return [...groups].toSorted(([a], [b]) => compareText(a, b)).map(([, group]) => contradictionOf(group));
}

const kindOf = ({ by }: Against): Contradiction['by'] => ('measured' in by ? 'measurement' : 'inspection');

/** The higher level said first, then the surer, then the faster. */
const surest = (a: Against, b: Against) =>
  compareLevels(b.word.level, a.word.level) ||
  (b.confidence ?? 1) - (a.confidence ?? 1) ||
  (b.word.download ?? -1) - (a.word.download ?? -1) ||
  compareText(a.word.ids[0], b.word.ids[0]);

function contradictionOf(group: readonly Against[]): Contradiction {
  const [first] = group.toSorted(surest);
  const { word, by, confidence } = first;
  const level = word.level === 'served' ? 'served' : 'underserved';
  const found =
    'measured' in by
      ? {
          found: by.measured.download?.typical ?? null,
          tests: by.measured.tests,
          devices: by.measured.devices,
          latest: by.measured.latest,
        }
      : { found: by.download, tests: null, devices: null, latest: by.observedOn };
  return {
    operatorCode: word.operatorCode,
    technology: word.technology,
    claims: unique(group.flatMap((pair) => pair.word.ids)),
    download: word.download,
    level,
    threshold: word.family[level].download,
    by: kindOf(first),
    against: unique(group.flatMap((pair) => ('measured' in pair.by ? pair.by.measured.evidence : pair.by.ids))),
    ...found,
    confidence,
  };
}

const unique = (ids: readonly string[]) => [...new Set(ids)].toSorted(compareText);
