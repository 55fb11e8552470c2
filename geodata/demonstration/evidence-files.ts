import type { FeatureCollection } from 'geojson';
import type { Claim } from './claims.ts';
import type { Codes } from './codes.ts';
import { toCsv } from './csv.ts';
import { operatorFacts } from './facts/operators.ts';
import { tileZoom, type SpeedTile } from './measurements.ts';
import type { Connection } from './register.ts';
import type { Cell } from './towers.ts';

const millisecondsInDay = 86_400_000;

const names = new Map(operatorFacts.map(({ code, names: { en } }) => [code, en]));

/** The date some days before another, both as `2026-11-22`. */
function daysBefore(asOf: string, days: number): string {
  return new Date(Date.parse(asOf) - days * millisecondsInDay).toISOString().slice(0, 10);
}

/** Claims as GeoJSON polygons. */
export function coverageFile(claims: readonly Claim[], asOf: string): string {
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: claims.map(({ operator, technology, download, upload, latency, daysAgo, area }) => ({
      type: 'Feature',
      properties: {
        operator: names.get(operator),
        technology,
        download,
        upload,
        latency,
        date: daysBefore(asOf, daysAgo),
      },
      geometry: area,
    })),
  };
  return JSON.stringify(collection);
}

/** The register of connected settlements. */
export function registerFile(connections: readonly Connection[], codes: Codes, asOf: string): string {
  return toCsv(
    ['code', 'operator', 'technology', 'download', 'upload', 'date'],
    connections.map(({ settlement, operator, technology, download, upload, daysAgo }) => [
      codes.settlements[settlement],
      names.get(operator)!,
      technology,
      download,
      upload,
      daysBefore(asOf, daysAgo),
    ]),
  );
}

/** First day of the last quarter that was over by a date: the one of which Ookla would have published. */
export function lastQuarter(asOf: string): string {
  const [year, month] = asOf.split('-').map(Number);
  const first = new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 - 3, 1));
  return first.toISOString().slice(0, 10);
}

/** Speed tests in the columns of Ookla's open data. */
export function tilesFile(tiles: readonly SpeedTile[]): string {
  return toCsv(
    ['quadkey', 'tile', 'avg_d_kbps', 'avg_u_kbps', 'avg_lat_ms', 'avg_lat_down_ms', 'avg_lat_up_ms'].concat([
      'tests',
      'devices',
      'tile_x',
      'tile_y',
    ]),
    tiles.map(({ tileX, tileY, download, upload, latency, tests, devices }) => {
      const [west, north] = cornerOf(tileX, tileY);
      const [east, south] = cornerOf(tileX + 1, tileY + 1);
      const ring = [west, north, east, north, east, south, west, south, west, north];
      const pairs = Array.from({ length: 5 }, (_, i) => `${ring[2 * i]} ${ring[2 * i + 1]}`);
      return [
        quadkeyOf(tileX, tileY),
        `POLYGON((${pairs.join(', ')}))`,
        download,
        upload,
        latency,
        null,
        null,
        tests,
        devices,
        round6((west + east) / 2),
        round6((north + south) / 2),
      ];
    }),
  );
}

/** Longitude and latitude of the north-western corner of a tile. */
function cornerOf(x: number, y: number): [number, number] {
  const across = 2 ** tileZoom;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / across))) * 180) / Math.PI;
  return [round6((x / across) * 360 - 180), round6(latitude)];
}

const round6 = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

function quadkeyOf(x: number, y: number): string {
  let key = '';
  for (let bit = tileZoom - 1; bit >= 0; bit--) key += ((x >> bit) & 1) + 2 * ((y >> bit) & 1);
  return key;
}

/** MCC of Kazakhstan. */
const countryOfNetworks = 401;

const networkNames = new Map(operatorFacts.map(({ mobileNetwork, names: { en } }) => [mobileNetwork, en]));

/** Mobile cells in the columns of OpenCelliD, with the operator beside, which OpenCelliD leaves to its code `net`. */
export function cellsFile(cells: readonly Cell[], asOf: string): string {
  /** Unix seconds at noon, in UTC. */
  const noon = (daysAgo: number) => Date.parse(asOf) / 1000 + 43_200 - daysAgo * 86_400;
  return toCsv(
    ['radio', 'mcc', 'net', 'area', 'cell', 'unit', 'lon', 'lat', 'range', 'samples', 'changeable', 'created'].concat([
      'updated',
      'averageSignal',
      'operator',
    ]),
    cells.map(({ radio, net, area, cell, longitude, latitude, range, samples, createdDaysAgo, updatedDaysAgo }) => [
      radio,
      countryOfNetworks,
      net,
      area,
      cell,
      0,
      longitude,
      latitude,
      range,
      samples,
      1,
      noon(createdDaysAgo),
      noon(updatedDaysAgo),
      0,
      networkNames.get(net)!,
    ]),
  );
}
