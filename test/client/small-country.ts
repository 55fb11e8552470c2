import type { CountryColumns, CountryLive } from '../../server/places/schema.ts';
import { decodeCountry } from '../../client/store/country.ts';
import { decodeLive } from '../../client/store/live.ts';

/** Three settlements in two regions: a village that is flagged, one that is served, one whose population is unknown. */
export const columns: CountryColumns = {
  hash: 'h1',
  regions: [
    { code: '11', names: { kk: 'Ақмола облысы', ru: 'Акмолинская область', en: 'Akmola Region' } },
    { code: '15', names: { kk: 'Ақтөбе облысы', ru: 'Актюбинская область', en: 'Aktobe Region' } },
  ],
  districts: [{ code: '1101', region: 0, names: { kk: 'Ақкөл ауданы', ru: 'Аккольский район', en: 'Akkol district' } }],
  code: ['001', '002', '003'],
  region: [0, 0, 1],
  district: [0, 0, -1],
  kind: ['village', 'village', 'hamlet'],
  nameKk: ['Ақкөл', 'Боровской', 'Ұзынкөл'],
  nameRu: ['Акколь', '', 'Узунколь'],
  nameEn: ['Akkol', '', 'Uzynkol'],
  population: [1200, 90, -1],
  longitude: [7_090_000, 10_000, -1_000_000],
  latitude: [5_200_000, 10_000, -200_000],
};

export const live: CountryLive = {
  columns: 'h1',
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
    finish: [2027 * 4 + 3],
    stage: [0],
    version: [7],
  },
};

export const smallCountry = decodeCountry(columns);
export const smallLive = decodeLive(live, smallCountry);
