import type { SourceKind } from '../../server/imports/schema.ts';

const service = ['operator', 'technology', 'download', 'upload', 'latency', 'date'] as const;
const names = ['name', 'name_kk', 'name_ru', 'name_en'] as const;

/**
 * What a file of each kind may say, by our names of it. The other kinds are
 * published in one form only and are recognised by it.
 */
export const fieldsOf = {
  boundaries: ['code', 'level', 'region_code', ...names],
  settlements: [
    'code',
    ...names,
    'kind',
    'population',
    'population_date',
    'population_source',
    'longitude',
    'latitude',
    'region_code',
    'district_code',
  ],
  populations: ['code', 'population', 'date', 'source'],
  'population-points': ['longitude', 'latitude', 'residents'],
  coverage: service,
  register: ['code', ...service],
  'speed-tests': ['longitude', 'latitude', ...service, 'tests', 'devices', 'summary', 'spread', 'accuracy'],
  'network-nodes': ['operator', 'longitude', 'latitude', 'name', 'status', 'ready_on', 'technologies'],
} as const;

export type MappedKind = keyof typeof fieldsOf;
export type FieldName = (typeof fieldsOf)[MappedKind][number];

export const isMapped = (kind: SourceKind | ''): kind is MappedKind => kind in fieldsOf;

/** The kinds of file in the order in which a country is brought in. */
export const kinds: readonly SourceKind[] = [
  'kato',
  'boundaries',
  'settlements',
  'openstreetmap',
  'geonames',
  'populations',
  'population-points',
  'coverage',
  'register',
  'ookla',
  'speed-tests',
  'mlab',
  'opencellid',
  'ofds',
  'network-nodes',
];
