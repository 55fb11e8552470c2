import type { Polygon } from 'geojson';
import { readProfile } from '../../server/assessment/profiles.ts';
import { assessPieces } from '../../server/assessment/country.ts';
import { areaOf } from '../../server/assessment/engine/area.ts';
import { membershipOf, type Piece, radiiOf, type Settled } from '../../server/assessment/membership.ts';
import type { Settings } from '../../server/assessment/rules.ts';
import { Status } from '../../server/assessment/schema.ts';
import { statusesOf } from '../../server/assessment/statuses.ts';
import type { Technology } from '../../server/coverage/schema.ts';
import { measure } from './measure.ts';
import { generateProblem } from './problem.ts';
import { rowOf, type Row } from './row.ts';

const operators = ['a', 'b', 'c', 'd', 'e'];
const technologies: readonly Technology[] = ['4g', 'fibre', 'fixed-wireless', '3g'];
const downloads = [150, 30, 8, 3];

/** Claims of five operators in the shapes, and nothing else. */
const piecesOf = (shapes: readonly Polygon[]): Piece[] =>
  shapes.map((shape, i) => ({
    shape: { type: 'area', area: areaOf(shape) },
    statement: {
      id: String(i).padStart(8, '0'),
      kind: 'claim',
      operatorCode: operators[i % operators.length],
      technology: technologies[i % technologies.length],
      download: downloads[(i >> 2) % downloads.length],
      upload: 5,
      latency: 30,
      tests: null,
      devices: null,
      observedOn: '2026-06-01',
    },
  }));

/**
 * What if another profile, and one operator's claims withdrawn: from kept membership against the assessment of the
 * whole country anew. Throws where the answers differ.
 */
export async function compareWhatIf(size: number, name: string, shapes: Polygon[]): Promise<Row> {
  const { longitude, latitude, population } = generateProblem(size, shapes);
  const settlements = Array.from(population, (people, i): Settled => {
    return { code: String(i), longitude: longitude[i], latitude: latitude[i], population: people < 0 ? null : people };
  });
  const pieces = piecesOf(shapes);
  const profiles = [await readProfile('kazakhstan-2024'), await readProfile('eu-100')];
  const settings: Settings = { profile: profiles[1], populationThreshold: 250, asOf: '2026-11-22' };
  const kept = membershipOf(settlements, pieces, radiiOf(...profiles));
  const left = pieces.filter(({ statement }) => statement.operatorCode !== operators[0]);
  const counts = ({ operatorCode }: Piece['statement']) => operatorCode !== operators[0];
  const ours = await measure(5, () => statusesOf(kept, settings, counts));
  const theirs = await measure(5, () => assessPieces(settlements, left, settings));
  const differing = theirs.result.findIndex(({ status }, i) => Status.options[ours.result.statuses[i]] !== status);
  if (differing >= 0) throw new Error(`What-if finds settlement ${differing} otherwise than the assessment in full`);
  console.log(`  what-if of ${size}: ${ours.elapsed.toFixed(0)} ms, in full ${theirs.elapsed.toFixed(0)} ms`);
  const about = {
    id: `what-if-${name}-in-full`,
    work: "another profile without one operator's claims, from kept membership, under 28,000 claims",
    size,
    peer: 'the assessment in full',
    peerVersion: process.version,
  };
  return rowOf(about, ours, theirs);
}
