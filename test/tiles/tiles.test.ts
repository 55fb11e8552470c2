import { expect, test } from '@jest/globals';
import { serviceOfSmallCountry } from '../service.ts';
import { readTile } from './read-tile.ts';

const given = serviceOfSmallCountry();

const tile = async (path: string, who = given.planner) => readTile(await who.fetch(`/api/tiles/${path}`));

test('from zoom 10 on a tile has the settlements one by one, with their names', async () => {
  const common = { region: '10', flagged: true, population: 1000, status: 'unknown' };
  expect(await tile('10/711/346.mvt')).toEqual([
    {
      layer: 'settlements',
      x: 1620,
      y: 3445,
      properties: { ...common, code: '1001', kk: 'Ақсу', ru: 'Аксу', en: 'Аксу' },
    },
    {
      layer: 'settlements',
      x: 2785,
      y: 3445,
      properties: { ...common, code: '1002', kk: 'Көкөзек', ru: 'Кокозек', en: 'Кокозек' },
    },
    {
      layer: 'settlements',
      x: 3950,
      y: 3445,
      properties: { ...common, code: '1003', flagged: false, population: 250, kk: 'Шағын', ru: 'Шагын', en: 'Шагын' },
    },
  ]);
});
