// first-run.ts PROBLEM: the engine's first run of a process, from a file as geos.c reads it. Prints milliseconds of processor.
import { readFileSync } from 'node:fs';
import type { Polygon } from 'geojson';
import { finding, shapesOf } from './engine.ts';
import { ownClock } from './measure.ts';

const bytes = readFileSync(process.argv[2]);
let at = 8;
const points = bytes.readUInt32LE(0);
const longitude = new Float64Array(points);
const latitude = new Float64Array(points);
for (let i = 0; i < points; i++, at += 16) {
  longitude[i] = bytes.readDoubleLE(at);
  latitude[i] = bytes.readDoubleLE(at + 8);
}
const shapes = Array.from({ length: bytes.readUInt32LE(4) }, (): Polygon => {
  const vertices = bytes.readUInt32LE(at);
  at += 4;
  const ring = Array.from({ length: vertices }, (_, i) => [
    bytes.readDoubleLE(at + 16 * i),
    bytes.readDoubleLE(at + 16 * i + 8),
  ]);
  at += 16 * vertices;
  return { type: 'Polygon', coordinates: [ring] };
});
const areas = shapesOf({ shapes });
const begun = ownClock()!;
finding({ longitude, latitude }, areas)();
console.log(JSON.stringify({ first: ownClock()! - begun }));
