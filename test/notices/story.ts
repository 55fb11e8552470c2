import { expect } from '@jest/globals';
import { follow, remind } from '../../server/notices/give.ts';
import type { Notice } from '../../server/notices/schema.ts';
import { partiesOfSmallCountry } from '../schedules/story.ts';
import type { Person } from '../service.ts';

/** The parties of the small country, with the keeper's looks in the test's hand. Call it at the top of a file. */
export function toldParties() {
  const story = partiesOfSmallCountry();
  const { given, ask } = story;
  beforeEach(async () => {
    await given.database.query('delete from notice');
    await look();
  });

  /** What the keeper does again and again; at half past nine in the morning, unless told otherwise. */
  async function look(today = '2026-11-22', time = '09:30', sendsMail = false): Promise<void> {
    const giving = { now: new Date(`${today}T${time}`), sendsMail };
    await follow(given.database, giving);
    await remind(given.database, today, giving);
  }

  return Object.assign(story, {
    look,
    async notices(of: Person, language = 'en'): Promise<Notice[]> {
      return (await ask(of, 'GET', `/api/notices?language=${language}`)).rows;
    },
    /** The texts of a person's notices, the newest first. */
    async texts(of: Person, language = 'en'): Promise<string[]> {
      const { rows } = await ask<{ rows: Notice[] }>(of, 'GET', `/api/notices?language=${language}`);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      return rows.map(({ text }) => text);
    },
  });
}
