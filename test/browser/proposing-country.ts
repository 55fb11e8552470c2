import { setTimeout } from 'node:timers/promises';
import { builtClient } from '../built-client.ts';
import type { Database } from '../../server/database/database.ts';
import { beginOnThread } from '../../server/planning/begin.ts';
import { keepPlanning } from '../../server/planning/runner.ts';
import type { Scenario } from '../../server/planning/scenarios/schema.ts';
import { loadText } from '../recorded-country.ts';
import { type Person, startService } from '../service.ts';
import { countryOfThirty } from '../thirty-villages.ts';
import { ask, type ScreensCountry, today } from './screens-country.ts';

const nodes = [
  'operator,longitude,latitude,name,status',
  'north,70.4,50.8,Арқа-1,operational',
  'north,71.6,51.2,Арқа-2,operational',
  'south,72.8,50.8,Орталық,operational',
];

/** Plans in the states that a scenario can have: two that are done, one whose question is answered, one that waits. */
async function scenarios(database: Database, planner: Person) {
  const path = '/api/planning/scenarios';
  const settlement = { regionCode: 'arqa', code: 'a20' };
  await ask(planner, 'PUT', '/api/planning/pins', {
    groups: [{ settlements: [settlement], pin: { quarter: '2027-Q4' } }],
  });
  const stop = keepPlanning(database, {
    begin: beginOnThread,
    failed: (error) => {
      throw error;
    },
  });
  async function done(to: string, body: object): Promise<string> {
    const { id } = await ask<Scenario>(planner, 'POST', to, body);
    for (;;) {
      const { state } = await ask<Scenario>(planner, 'GET', `${path}/${id}`);
      if (state === 'done') return id;
      if (state === 'failed') throw new Error(`The scenario ${id} failed.`);
      await setTimeout(100);
    }
  }
  const crews = [
    { operatorCode: 'north', perQuarter: 12 },
    { operatorCode: 'south', perQuarter: 8 },
  ];
  const settlements = ['a10', 'a15', 'a19', 'a20', 'b6', 'c4'].map((code) => ({ regionCode: 'arqa', code }));
  const scope = { type: 'selection', settlements };
  const limits = { scope, quarters: 4, crews, effort: 'quick', subsidyPerYear: 2e9 };
  const scenario = await done(path, { ...limits, name: 'Алғашқы жоба' });
  const cheaper = await done(path, { ...limits, objective: { kind: 'cost' }, technologies: ['fibre', 'satellite'] });
  const question = await done(`${path}/${scenario}/questions`, { question: 'pin-cost', settlement });
  const more = await done(`${path}/${scenario}/questions`, {
    question: 'more',
    more: { limit: 'subsidy', year: 2027, tenge: 1e9 },
  });
  await stop();
  const region = { scope: { type: 'region', regionCode: 'arqa' } };
  const { id: queued } = await ask<Scenario>(planner, 'POST', path, { ...limits, ...region });
  return { scenario, cheaper, question, more, queued };
}

/** A country where nothing is agreed yet, with its network and with plans that were proposed; made as `screensCountry` is. */
export async function proposingCountry(database: Database, itIs: (date: string) => void): Promise<ScreensCountry> {
  itIs(today);
  await countryOfThirty(database, today);
  await loadText(database, 'nodes.csv', nodes.join('\n'));
  const service = await startService(database, await builtClient(), () => today);
  const logins = ['planner', 'planner2', 'operator'];
  const [planner, other, colleague] = await Promise.all(logins.map((login) => service.as(login)));
  return {
    service,
    planner,
    other,
    colleague,
    tokens: await scenarios(database, planner),
    async close() {
      await service.close();
      await database.close();
    },
  };
}
