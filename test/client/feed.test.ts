import { jest } from '@jest/globals';
import type { LiveEvent } from '../../server/changes/schema.ts';
import { followChanges } from '../../client/store/feed.ts';

/** The browser's end of the line: it keeps what it was asked for, and the test says what comes. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static all: Line[] = [];
  readyState = 1;

  constructor(readonly address: string) {
    super();
    Line.all.push(this);
  }

  close(): void {
    this.readyState = Line.CLOSED;
  }

  say(type: string, data = '', lastEventId = ''): void {
    this.dispatchEvent(Object.assign(new Event(type), { data, lastEventId }));
  }
}

const event: LiveEvent = { actionId: 'a1', actor: 'x', verb: 'assign', settlements: [{ regionCode: '11', code: '1' }] };

let heard: unknown[];
let stop: () => void;
beforeEach(() => {
  jest.useFakeTimers();
  Line.all = [];
  heard = [];
  Object.assign(globalThis, { EventSource: Line });
  stop = followChanges('c0', {
    change: ({ actionId }, cursor) => void heard.push([actionId, cursor]),
    connection: (open) => void heard.push(open),
    resync: () => Promise.resolve('c9'),
  });
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

test('changes are told with the place to go on from', () => {
  Line.all[0].say('open');
  Line.all[0].say('change', JSON.stringify(event), 'c1');
  expect(Line.all[0].address).toBe('/api/live?after=c0');
  expect(heard).toEqual([true, ['a1', 'c1']]);
});

test('a line that breaks is opened again where it stopped', async () => {
  Line.all[0].say('change', JSON.stringify(event), 'c1');
  Line.all[0].say('error');
  await jest.advanceTimersByTimeAsync(500);
  expect(Line.all.map(({ address }) => address)).toEqual(['/api/live?after=c0', '/api/live?after=c1']);
  expect(heard).toEqual([['a1', 'c1'], false]);
});

test('each failure doubles the pause', async () => {
  Line.all[0].say('error');
  await jest.advanceTimersByTimeAsync(500);
  Line.all[1].say('error');
  await jest.advanceTimersByTimeAsync(999);
  expect(Line.all).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(1);
  expect(Line.all).toHaveLength(3);
});

test('a service that refuses the place is asked for everything, and followed from there', async () => {
  Line.all[0].readyState = Line.CLOSED;
  Line.all[0].say('error');
  await jest.advanceTimersByTimeAsync(500);
  expect(Line.all[1].address).toBe('/api/live?after=c9');
});

test('after stopping nothing is opened again', async () => {
  Line.all[0].say('error');
  stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(Line.all).toHaveLength(1);
});
