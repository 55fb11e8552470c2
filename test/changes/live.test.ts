import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { LiveEvent } from '../../server/changes/schema.ts';
import { type Person, serviceOfSmallCountry } from '../service.ts';

const given = serviceOfSmallCountry();

/** Reads events until there are so many; returns them with the last id. */
async function listen(person: Person, query: Record<string, string>, count: number) {
  const cut = new AbortController();
  const reply = await person.fetch(`/api/live?${new URLSearchParams(query)}`, { signal: cut.signal });
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  const finish = async () => {
    let text = '';
    const events: LiveEvent[] = [];
    let id = '';
    while (events.length < count) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      const messages = text.split('\n\n');
      text = messages.pop()!;
      for (const message of messages) {
        id = /^id: (.*)$/m.exec(message)?.[1] ?? id;
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data !== undefined) events.push(JSON.parse(data));
      }
    }
    cut.abort();
    return { events, id };
  };
  return { type: reply.headers.get('Content-Type'), finish };
}

const assign = (code: string, operatorCode = 'south') =>
  given.planner.send('POST', '/api/assignments', {
    settlements: [{ regionCode: code.slice(0, 2), code }],
    commitment: { operatorCode, technology: 'fibre', startQuarter: '2027-Q1', finishQuarter: '2027-Q2' },
  });

test('a change is told to everyone who listens, and again to whoever returns with the last id', async () => {
  const start = (await given.planner.send('GET', '/api/country/live')).body.cursor;
  const live = await listen(await given.service.as('deputy'), { after: start }, 1);
  expect(live.type).toBe('text/event-stream; charset=utf-8');
  const { body } = await assign('1001');
  const first = await live.finish();
  expect(first.events).toEqual([
    { actionId: body.actionId, actor: 'planner', verb: 'assign', settlements: [{ regionCode: '10', code: '1001' }] },
  ]);

  const missed = (await assign('1101')).body.actionId;
  const returned = await (await listen(given.planner, { after: first.id }, 1)).finish();
  expect(returned.events.map(({ actionId }) => actionId)).toEqual([missed]);
});

test('whoever has no cursor is told of what was changed since they began to ask for what they have', async () => {
  await pause(1000);
  const { actionId } = (await assign('1002')).body;
  const began = await (await listen(given.planner, { age: '1' }, 1)).finish();
  expect(began.events.map((event) => event.actionId)).toEqual([actionId]);
  const now = await listen(given.planner, {}, 1);
  const next = (await assign('1002', 'north')).body.actionId;
  expect((await now.finish()).events[0].actionId).toBe(next);
});

test('what another process writes is told too', async () => {
  const start = (await given.planner.send('GET', '/api/country/live')).body.cursor;
  const live = await listen(given.planner, { after: start }, 1);
  const action = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
  await given.database.query(
    `insert into change values ('10', 1000, $1, '2026-11-22T00:00:00Z', 'another', 'import', null, '[{"entity":"place","key":{}}]', '', '')`,
    [action],
  );
  await given.database.query(`update chain set sequence = 1000 where region_code = '10'`);
  expect((await live.finish()).events).toEqual([
    { actionId: action, actor: 'another', verb: 'import', settlements: null },
  ]);
});

test('whoever goes before the service listens for them leaves nobody listening', async () => {
  const { query } = given.database;
  let asked = 0;
  given.database.query = async (sql, parameters) => {
    asked++;
    await pause(100);
    return query.call(given.database, sql, parameters) as Promise<never[]>;
  };
  try {
    const cut = new AbortController();
    await given.planner.fetch('/api/live', { signal: cut.signal });
    cut.abort();
    await pause(1000);
    asked = 0;
    await pause(1000);
    expect(asked).toBe(0);
  } finally {
    given.database.query = query;
  }
});
