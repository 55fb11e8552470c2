import type { Country } from './country.ts';
import { randomFor } from './random.ts';

/** Speed tests in one tile over a quarter, as Ookla publishes them. */
export interface SpeedTile {
  tileX: number;
  tileY: number;
  /** kbit/s, means. */
  download: number;
  upload: number;
  /** Milliseconds. */
  latency: number;
  tests: number;
  devices: number;
}

/** What tests show at each true level of service: download in kbit/s, latency in ms. */
const measured: readonly { download: readonly [number, number]; latency: readonly [number, number] }[] = [
  { download: [71_000, 180_000], latency: [6, 25] },
  { download: [5_500, 30_000], latency: [30, 70] },
  { download: [1_100, 4_400], latency: [50, 130] },
  { download: [250, 1_400], latency: [90, 280] },
  { download: [90, 600], latency: [250, 900] },
];

/** Zoom of Ookla's tiles, some 600 by 400 metres here. */
export const tileZoom = 16;

/** Where people test: more in larger places, hardly where there is nothing to test. */
export function generateTiles(country: Country, services: Uint8Array): SpeedTile[] {
  const random = randomFor(country.seed, 'tiles');
  const tiles = new Map<string, SpeedTile>();
  for (let i = 0; i < country.count; i++) {
    const level = services[i];
    const residents = country.residents[i];
    const [x, y] = tileAt(country.longitudes[i], country.latitudes[i]);
    // A village stretches over neighbouring tiles.
    const reach = residents > 20_000 ? 3 : residents > 3_000 ? 2 : 1;
    for (let n = 0; n < reach; n++) {
      if (!random.chance(Math.min(0.9, residents / 2_200) * (level === 4 ? 0.35 : 1))) continue;
      const tests = 1 + Math.floor((residents / 55) * random.between(0.2, 1.4));
      const { download, latency } = measured[level];
      const speed = Math.round(random.between(...download));
      const tile = {
        tileX: x + n,
        tileY: y + (n % 2),
        download: speed,
        upload: Math.round(speed * random.between(0.15, 0.6)),
        latency: Math.round(random.between(...latency)),
        tests: Math.min(tests, 900),
        devices: 1 + Math.floor(Math.min(tests, 900) * random.between(0.25, 0.7)),
      };
      tiles.set(`${tile.tileX} ${tile.tileY}`, tile);
    }
  }
  return [...tiles.values()];
}

/** The tile of the web's map that holds a point. */
function tileAt(longitude: number, latitude: number): [number, number] {
  const across = 2 ** tileZoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [Math.floor((longitude / 360 + 0.5) * across), Math.floor(y * across)];
}
