import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { Database } from '../../server/database/database.ts';
import { replay } from '../../server/replay/replay.ts';
import { building } from '../construction/building.ts';
import { testDatabase } from '../database.ts';

const story = building();
let scratch: Database;
beforeAll(async () => void (scratch = await testDatabase()));
afterAll(() => scratch.close());

const make = (by = story.north) => story.ask<{ token: string; id: string }>(by, 'POST', '/api/calendar-feed');
const read = (token: string, query = '') => story.service.nobody.fetch(`/api/calendar/${token}.ics${query}`);

/** The events of a calendar as a calendar programme reads them: identifier, day, what is said. */
async function eventsOf(token: string, query = ''): Promise<[string, string, string][]> {
  const reply = await read(token, query);
  expect([reply.status, reply.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = new ICAL.Component(ICAL.parse(await reply.text()));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return [event.uid, event.startDate.toString(), event.summary];
  });
}

test('a company’s deadlines: answers, begin, its own milestones and the finish, each a whole day', async () => {
  const assignment = await story.approved('west', 'a');
  await story.approved('east', 'd', 'south');
  const settlements = [{ regionCode: 'west', code: 'b' }];
  const commitment = { operatorCode: 'north', technology: 'fibre', startQuarter: '2027-Q1', finishQuarter: '2027-Q3' };
  await story.ask(story.planner, 'POST', '/api/assignments', { settlements, commitment });
  const { token } = await make();
  const uid = (kind: string, code = 'a') => `${kind}.1.${code}.west.north@baylanys`;
  const steps = [
    [uid('start'), '2027-01-01', 'Ақсу: жұмыстың басталуы'],
    [uid('survey'), '2027-01-28', 'Ақсу: зерттеп-қарау'],
    [uid('design'), '2027-02-24', 'Ақсу: жобалау'],
    [uid('backhaul'), '2027-07-10', 'Ақсу: магистральдық арна'],
    [uid('construction'), '2027-08-07', 'Ақсу: құрылыс'],
    [uid('equipment'), '2027-09-03', 'Ақсу: жабдық'],
    [uid('finish'), '2027-09-30', 'Ақсу: аяқтаудың соңғы күні'],
  ];
  // What has not been sent is not the company's yet, and another's never is.
  expect(await eventsOf(token)).toEqual(steps);

  await story.ask(story.planner, 'POST', '/api/schedules/north/versions', { responsibleOfficer: 'А. Сәрсенов' });
  expect((await eventsOf(token)).at(-1)).toEqual([
    uid('answer', 'b'),
    '2026-11-30',
    expect.stringMatching(/: жауап берудің соңғы күні$/),
  ]);

  await story.report(assignment, {
    step: 'start-construction',
    milestones: [
      { kind: 'survey', actual: '2026-11-22' },
      { kind: 'design', forecast: '2027-03-20', reason: { code: 'supply', text: 'Жобалаушы бос емес' } },
    ],
  });
  expect((await eventsOf(token)).filter(([id]) => id.includes('.a.')).slice(0, 2)).toEqual([
    [uid('design'), '2027-03-20', 'Ақсу: жобалау'],
    [uid('backhaul'), '2027-07-10', 'Ақсу: магистральдық арна'],
  ]);
});

test('in the language that is asked for, with the place and the way to the page', async () => {
  const { token } = await make();
  const text = await (await read(token, '?language=ru')).text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Север: сроки обязательств');
  const finish = calendar
    .getAllSubcomponents('vevent')
    .find((event) => String(event.getFirstPropertyValue('uid')).startsWith('finish.1.a.'))!;
  const value = (name: string) => String(finish.getFirstPropertyValue(name));
  expect(value('summary')).toBe('Ақсу: последний день завершения');
  expect(value('url')).toBe(`${story.service.address}/commitments/west/a/1`);
  expect(value('description')).toBe('I\u00a0кв. 2027\u00a0г. – III\u00a0кв. 2027\u00a0г.');
  expect((await read(token, '?language=de')).status).toBe(422);
});

test('an address opens until it is withdrawn, made anew, or its person leaves the company; only its hash is kept', async () => {
  const first = await make();
  const second = await make();
  const opened = async () => [(await read(first.token)).status, (await read(second.token)).status];
  expect(await opened()).toEqual([404, 200]);
  const { feed } = await story.ask(story.north, 'GET', '/api/calendar-feed');
  expect(feed).toEqual({ id: second.id, madeBy: 'operator', madeOn: '2026-11-22' });
  expect((await story.ask(story.south, 'GET', '/api/calendar-feed')).feed).toBeNull();

  const kept = JSON.stringify([
    await story.database.query('select * from calendar_feed'),
    await story.database.query('select items from change'),
  ]);
  expect(kept.includes(first.token) || kept.includes(second.token)).toBe(false);

  const moved = (company: string) =>
    story.database.query(`update account set operator_code = $1 where login = 'operator'`, [company]);
  await moved('south');
  expect(await opened()).toEqual([404, 404]);
  await moved('north');
  expect(await opened()).toEqual([404, 200]);

  expect((await story.south.send('DELETE', '/api/calendar-feed')).status).toBe(204);
  expect(await opened()).toEqual([404, 200]);
  expect((await story.north.send('DELETE', '/api/calendar-feed')).status).toBe(204);
  expect(await opened()).toEqual([404, 404]);
  expect((await read('nothing')).status).toBe(404);
  expect(await replay(story.database, scratch)).toMatchObject({ rows: { calendar_feed: 4 }, others: [] });
});
