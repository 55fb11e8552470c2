import { expect, test } from '@jest/globals';
import { makeAccount } from '../../server/accounts/make.ts';
import { serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

test('a deputy has the home region and district that the account was made with', async () => {
  const deputy = {
    login: 'berik',
    displayName: 'Берік',
    role: 'deputy',
    operatorCode: null,
    regionCode: '10',
    districtCode: '1001',
  } as const;
  expect(await makeAccount(given.database, deputy, 'correct horse battery', 'installation')).toBe(true);
  const person = await given.service.as('berik');
  expect((await person.send('GET', '/api/session')).body).toEqual(deputy);
});
