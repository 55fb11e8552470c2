import { expect, test } from '@jest/globals';
import type { LiveEvent } from '../../server/changes/schema.ts';
import { aqsu, kokozek, partiesOfSmallCountry, qyzylzhar, reason, seen } from './story.ts';

const story = partiesOfSmallCountry();
const { ask, given, step } = story;

/** The south has something of each kind: agreed, declined, countered, proposed, asked to be changed. */
async function southernAffairs() {
  await story.approved([aqsu], 'south');
  const secret = { code: 'cost', text: 'SOUTH-REASON' };
  await ask(story.south, 'POST', '/api/change-requests', {
    assignments: (await story.present()).map(seen),
    changes: { finishQuarter: '2028-Q2', costTenge: 77_000_001 },
    reason: secret,
  });
  await story.assign([kokozek, qyzylzhar], 'south', { costTenge: 77_000_002, responsibleOfficer: 'SOUTH-OFFICER' });
  const sent = await story.sent('south', { responsibleOfficer: 'SOUTH-OFFICER' });
  await step(story.south, 'counter', [sent.done[0]], { reason: secret, counter: { costTenge: 77_000_001 } });
  await step(story.south, 'decline', [sent.done[1]], { reason: secret });
}

test("another's schedule is answered like one that does not exist", async () => {
  await story.approved([aqsu], 'south');
  for (const path of [
    'baselines/1',
    'comparison?from=1&to=1',
    'document.pdf',
    'document.xlsx',
    'document.pdf?baseline=1',
  ]) {
    const real = await story.north.send('GET', `/api/schedules/south/${path}`);
    const imagined = await story.north.send('GET', `/api/schedules/west/${path}`);
    expect([path, real.status, real.body.detail]).toEqual([path, 404, 'There is no schedule of south.']);
    expect([path, imagined.status, imagined.body.detail]).toEqual([path, 404, 'There is no schedule of west.']);
  }
});

test("an operator changes nothing of another's", async () => {
  await southernAffairs();
  const before = await story.present();
  const assignments = before.map(seen);
  for (const body of [
    { step: 'accept', assignments },
    { step: 'decline', assignments, reason },
    { step: 'counter', assignments, reason, counter: { technology: '4g' } },
    { step: 'start-construction', assignments },
  ]) {
    const reply = await ask(story.north, 'POST', '/api/assignments/steps', body);
    expect([reply.done, reply.refused.map(({ present }: any) => present)]).toEqual([[], [null, null, null]]);
  }
  const asked = await ask(story.north, 'POST', '/api/change-requests', {
    assignments,
    changes: { technology: '4g' },
    reason,
  });
  expect([asked.requests, asked.refused.map(({ present }: any) => present)]).toEqual([[], [null, null, null]]);
  expect(await story.present()).toEqual(before);
});

test("the live feed tells an operator nothing of another's affairs", async () => {
  const cursor = (await ask(given.planner, 'GET', '/api/country/live')).cursor;
  await southernAffairs();
  await story.propose([aqsu], 'north');
  const events = async (by: typeof story.north): Promise<LiveEvent[]> => {
    const cut = new AbortController();
    const reply = await by.fetch(`/api/live?after=${encodeURIComponent(cursor)}`, { signal: cut.signal });
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!/"verb":"send"[^\n]*"1001"/.test(text.split('"assign"').at(-1)!)) {
      text += (await reader.read()).value;
    }
    cut.abort();
    return [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data));
  };
  expect((await events(story.north)).map(({ verb, actor }) => `${actor} ${verb}`)).toEqual([
    'planner assign',
    'planner send',
  ]);
  expect((await events(given.planner)).map(({ verb }) => verb)).toContain('decline');
});

test('a deputy reads schedules and changes none', async () => {
  await story.approved([aqsu]);
  const deputy = await given.service.as('deputy');
  const { rows } = await ask(deputy, 'GET', '/api/schedules');
  expect(rows.map(({ operatorCode, state }: any) => [operatorCode, state])).toEqual([
    ['north', 'approved'],
    ['south', 'draft'],
  ]);
  const { status } = await deputy.send('POST', '/api/assignments/steps', {
    step: 'start-construction',
    assignments: (await story.present()).map(seen),
  });
  expect(status).toBe(403);
});
