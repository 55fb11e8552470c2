import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { identifier } from '../../server/changes/identifier.ts';
import { follow } from '../../server/notices/give.ts';
import type { Notice } from '../../server/notices/schema.ts';
import { building, slow } from '../construction/building.ts';
import type { Person } from '../service.ts';

const story = building();
const { ask } = story;

const look = () => follow(story.database, { now: new Date('2026-11-22T09:30'), sendsMail: false });
const told = async (of: Person): Promise<[string, string][]> => {
  const { rows } = await ask<{ rows: Notice[] }>(of, 'GET', '/api/notices?language=en');
  return rows.map(({ text, path }): [string, string] => [text, path]).toSorted();
};
const everybody = async () => [await told(story.planner), await told(story.north), await told(story.south)];

beforeAll(look);
beforeEach(async () => {
  await look();
  await story.database.query('delete from notice');
});

test('a blocker is news to planners, what they decide to its operator', async () => {
  const approved = await story.approved('west', 'a');
  await look();
  await story.database.query('delete from notice');
  const blocker = { id: identifier(), cause: 'power', owedBy: 'local-authority', since: '2026-11-01', text: 'No line' };
  const { assignment } = await story.report(approved, { step: 'start-construction', blockers: [blocker] });
  await look();
  const path = '/commitments/west/a/1';
  const [raised] = await told(story.planner);
  expect(raised).toEqual([expect.stringMatching(/^North reports an obstacle: \S+\.$/), path]);
  expect((await everybody()).slice(1)).toEqual([[], []]);

  const { regionCode, code, number, version } = assignment;
  const decision = { regionCode, code, number, version, blocker: blocker.id, decision: 'confirmed', text: 'So it is' };
  await ask(story.planner, 'POST', '/api/blockers/decisions', decision);
  await look();
  expect(await told(story.planner)).toEqual([raised]);
  const decided = expect.stringMatching(/^The obstacle that you reported was confirmed: \S+\.$/);
  expect((await everybody()).slice(1)).toEqual([[[decided, path]], []]);
});

test('a service that works is news to planners, what its inspection found to its operator', async () => {
  const operational = await story.operational(await story.approved('west', 'b'));
  await look();
  const path = '/commitments/west/b/1';
  const works = expect.stringMatching(/^North reports that the service works; it awaits an inspection: \S+\.$/);
  expect(await told(story.planner)).toContainEqual([works, path]);
  await story.database.query('delete from notice');

  const reason = { code: 'other', text: 'Too slow' };
  await ask(story.planner, 'POST', '/api/inspections', story.inspection(operational, { tests: slow, reason }));
  await look();
  const returned = expect.stringMatching(/^Returned after an inspection: \S+\.$/);
  expect(await everybody()).toEqual([[], [[returned, path]], []]);
});
