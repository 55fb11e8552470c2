// The rules of proof, for the server that holds to them and for the browser that
// warns beforehand: pure, without imports that are more than types.
import type { Profile } from '../assessment/schema.ts';
import type { Technology } from '../coverage/schema.ts';
import type { Inspection, SpeedTest, Wanted } from './schema.ts';

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of each figure by itself; of an even number of tests the mean of the middle two. At least one test. */
export const medianOf = (tests: readonly SpeedTest[]): SpeedTest => ({
  download: median(tests.map(({ download }) => download)),
  upload: median(tests.map(({ upload }) => upload)),
  latency: median(tests.map(({ latency }) => latency)),
});

/** What a profile asks of a technology to be high-speed; null where it does not count at all. */
export function wantedOf(profile: Profile, technology: Technology): Wanted | null {
  const family = Object.values(profile.families).find((one) => one?.technologies.includes(technology));
  if (family === undefined) return null;
  const { download, upload, latency } = family.served;
  return { download, upload, latency };
}

/** Where a service falls short of what is wanted: nowhere is a pass. A technology that does not count fails by itself. */
export function failingOf(found: SpeedTest, wanted: Wanted | null): Inspection['failing'] {
  if (wanted === null) return ['technology'];
  const { download, upload, latency } = wanted;
  const failing: Inspection['failing'] = [];
  if (found.download < download) failing.push('download');
  if (upload !== null && found.upload < upload) failing.push('upload');
  if (latency !== null && found.latency > latency) failing.push('latency');
  return failing;
}
