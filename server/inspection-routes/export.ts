import type { TableRow } from '../documents/table-file.ts';
import { type NameLanguage, type Names } from '../places/schema.ts';
import type { InspectionRoutes } from './schema.ts';

export const routeColumns = [
  'team',
  'day',
  'stop',
  'code',
  'name_kk',
  'name_ru',
  'name_en',
  'region_code',
  'district_code',
  'population',
  'status',
  'confidence',
  'residents_resolved',
  'kilometres',
  'arrives_minute',
  'leaves_minute',
  'longitude',
  'latitude',
] as const;

const tenths = (value: number) => Math.round(value * 10) / 10;

/** Every stop of every route, in order. */
export function routeRows({ routes }: InspectionRoutes): TableRow<(typeof routeColumns)[number]>[] {
  return routes.flatMap(({ team, day, stops }) =>
    stops.map((stop, i) => ({
      cells: {
        team,
        day,
        stop: i + 1,
        code: stop.code,
        name_kk: stop.names.kk,
        name_ru: stop.names.ru,
        name_en: stop.names.en,
        region_code: stop.regionCode,
        district_code: stop.districtCode,
        population: stop.population,
        status: stop.status,
        confidence: stop.confidence,
        residents_resolved: Math.round(stop.resolves),
        kilometres: tenths(stop.kilometres),
        arrives_minute: Math.round(stop.arrives),
        leaves_minute: Math.round(stop.leaves),
        longitude: stop.longitude,
        latitude: stop.latitude,
      },
      geometry: { type: 'Point', coordinates: [stop.longitude, stop.latitude] },
    })),
  );
}

export const gpxType = 'application/gpx+xml';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The routes for a device that finds the way: GPX 1.1, a route a day of a team (https://www.topografix.com/GPX/1/1/). */
export function gpxOf({ routes }: InspectionRoutes, language: NameLanguage): string {
  const nameOf = (names: Names) => names[language] || names.kk || names.ru || names.en;
  const point = ({ latitude, longitude }: { latitude: number; longitude: number }, name: string) =>
    `    <rtept lat="${latitude}" lon="${longitude}"><name>${escaped(name)}</name></rtept>`;
  const lines = routes
    .filter(({ stops }) => stops.length > 0)
    .flatMap(({ team, day, start, stops }) => {
      const startName = start.names === null ? `${start.latitude}, ${start.longitude}` : nameOf(start.names);
      const home = point(start, startName);
      const visits = stops.map((stop) => point(stop, nameOf(stop.names)));
      return ['  <rte>', `    <name>${team}-${day}</name>`, home, ...visits, home, '  </rte>'];
    });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Baylanys" xmlns="http://www.topografix.com/GPX/1/1">',
    ...lines,
    '</gpx>',
    '',
  ].join('\n');
}
