import type { CountryColumns, CountryLive, CountryNames, CountryOtherNames } from '../../server/places/schema.ts';
import { decodeCountry, withOtherNames } from '../../client/store/country.ts';
import { decodeLive } from '../../client/store/live.ts';

/** Three settlements in two regions: a village that is flagged, one that is served, one whose population is unknown. */
export const columns: CountryColumns = {
  hash: 'h1',
  regions: ['11', '15'],
  districts: { code: ['1101'], region: [0] },
  codeSeries: [{ prefix: '', digits: 3, rows: 3 }],
  codeNumber: [1, 1, 1],
  region: [0, 0, 1],
  district: [0, 0, -1],
  population: [1200, 90, -1],
  longitude: { thousandths: [70_900, 100, -10_000], digits: '000' },
  latitude: { thousandths: [52_000, 100, -2_000], digits: '000' },
};

/** Of the two regions, the district and the three settlements. */
export const names: CountryNames = {
  hash: 'n1',
  language: 'kk',
  pairs: '',
  separator: '|',
  texts: 'Ақмола облысы|Ақтөбе облысы|Ақкөл ауданы|Ақкөл|Боровской|Ұзынкөл|',
};

export const others: CountryOtherNames = {
  hash: 'n1',
  language: 'kk',
  kk: { substitutes: '', pairs: '', separator: '|', texts: '||||||' },
  ru: {
    substitutes: 'қкөоҰУ',
    pairs: '',
    separator: '|',
    texts: '50инская область|30юбинская область|50ьский район|50ь||20унколь|',
  },
  en: {
    substitutes: '',
    pairs: '',
    separator: '|',
    texts: '00Akmola Region|00Aktobe Region|00Akkol district|00Akkol|00|00Uzynkol|',
  },
};

export const live: CountryLive = {
  columns: 'h1',
  names: 'n1',
  boundaries: 'b1',
  cursor: 'c1',
  status: 'nsk',
  flagged: '100',
  operators: ['aidahar'],
  technologies: ['fibre'],
  stages: ['draft'],
  assignments: {
    settlement: [0],
    number: [1],
    operator: [0],
    technology: [0],
    start: [2027 * 4],
    finish: [3],
    stage: [0],
    version: [7],
    inTime: [],
  },
};

export const smallCountry = withOtherNames(decodeCountry(columns, names), others);
export const smallLive = decodeLive(live, smallCountry);
