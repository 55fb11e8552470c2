import type { Area } from './engine/area.ts';

/** Points by which an area is known: the shares that they give differ from those of ST_Area by less than a hundredth. */
const wanted = 900;

const radians = Math.PI / 180;

/**
 * Points spread evenly over an area, so that each stands for an equal part of it: the share of them that something
 * covers is the share of the area. Longitudes and latitudes in degrees; none where the area has no extent.
 *
 * Rows are equally far apart in the sine of the latitude, which is equal in area (the cylindrical projection of
 * Lambert), and along all of them, one after the other, a point stands at every equal step: systematic sampling, the
 * same on every machine.
 */
export function samplesOf(area: Area): { longitude: number[]; latitude: number[] } {
  const longitude: number[] = [];
  const latitude: number[] = [];
  const [, south, , north] = area.box;
  const [low, high] = [Math.sin(south * radians), Math.sin(north * radians)];
  const each = sizeOf(area) / wanted;
  if (!(each > 0)) return { longitude, latitude };
  const cosine = Math.cos(((south + north) / 2) * radians);
  const rows = Math.max(1, Math.ceil((high - low) / (cosine * Math.sqrt(each))));
  const step = ((each / (high - low)) * rows) / radians;
  let ahead = step / 2;
  for (let row = 0; row < rows; row++) {
    const y = Math.asin(low + ((row + 0.5) / rows) * (high - low)) / radians;
    const crossings = crossingsAt(area, y);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [crossings[i], crossings[i + 1]];
      for (; ahead <= to - from; ahead += step) {
        longitude.push(from + ahead);
        latitude.push(y);
      }
      ahead -= to - from;
    }
  }
  return { longitude, latitude };
}

/** A point inside an area: the middle of the widest part of its middle parallel, much as ST_PointOnSurface has it. */
export function pointWithin(area: Area): { longitude: number; latitude: number } {
  const [west, south, east, north] = area.box;
  const latitude = (south + north) / 2;
  const crossings = crossingsAt(area, latitude);
  let [from, to] = crossings.length > 1 ? crossings : [west, east];
  for (let i = 2; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1] - crossings[i] > to - from) [from, to] = [crossings[i], crossings[i + 1]];
  }
  return { longitude: (from + to) / 2, latitude };
}

/** Where a parallel enters and leaves an area, from west to east. */
function crossingsAt({ x, y, ringStart }: Area, latitude: number): number[] {
  const crossings: number[] = [];
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    for (let a = ringStart[ring]; a + 1 < ringStart[ring + 1]; a++) {
      const b = a + 1;
      if (y[a] <= latitude === y[b] <= latitude) continue;
      crossings.push(x[a] + ((latitude - y[a]) / (y[b] - y[a])) * (x[b] - x[a]));
    }
  }
  return crossings.sort((a, b) => a - b);
}

/** The size of an area on the unit sphere, its edges taken for straight in the equal-area projection. */
function sizeOf({ x, y, ringStart, shell }: Area): number {
  let total = 0;
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    let twice = 0;
    for (let a = ringStart[ring]; a + 1 < ringStart[ring + 1]; a++) {
      twice += (x[a] - x[a + 1]) * (Math.sin(y[a] * radians) + Math.sin(y[a + 1] * radians));
    }
    total += ((shell[ring] === ring ? 1 : -1) * Math.abs(twice * radians)) / 2;
  }
  return total;
}
