import { beforeAll, beforeEach, expect } from '@jest/globals';
import type { Assignment, BulkReply } from '../../server/assignments/schema.ts';
import { addSoutherner, type Person, serviceOfSmallCountry } from '../service.ts';

export const aqsu = { regionCode: '10', code: '1001' };
export const kokozek = { regionCode: '10', code: '1002' };
export const qyzylzhar = { regionCode: '11', code: '1101' };

export const reason = { code: 'power', text: 'No line of 10 kV before 2028' } as const;

/**
 * The service over the small country with a person of each party: `planner`,
 * and of the two companies `north` and `south`. Each test begins without assignments.
 */
export function partiesOfSmallCountry() {
  const given = serviceOfSmallCountry();
  const story = {
    given,
    north: undefined as unknown as Person,
    south: undefined as unknown as Person,

    /** Sends a request that must be met. */
    async ask<Reply = any>(by: Person, method: string, path: string, body?: unknown): Promise<Reply> {
      const reply = await by.send(method, path, body);
      expect([path, reply.status, reply.status === 200 ? '' : reply.body]).toEqual([path, 200, '']);
      return reply.body as Reply;
    },

    /** Assigns settlements and gives the drafts. */
    async assign(settlements: object[], operatorCode = 'north', changes: object = {}): Promise<Assignment[]> {
      const commitment = {
        operatorCode,
        technology: 'fibre',
        startQuarter: '2027-Q1',
        finishQuarter: '2027-Q3',
        costTenge: 75_000_000,
        subsidyTenge: 50_000_000,
        responsibleOfficer: '',
        ...changes,
      };
      const path = '/api/assignments';
      const { done } = await story.ask<BulkReply>(given.planner, 'POST', path, { settlements, commitment });
      return done;
    },

    /** Assigns settlements, sends them, and gives what is proposed. */
    async propose(settlements: object[], operatorCode = 'north', changes: object = {}): Promise<Assignment[]> {
      await story.assign(settlements, operatorCode, changes);
      return (await story.sent(operatorCode)).done;
    },

    sent: (operatorCode = 'north', more: object = {}) =>
      story.ask(given.planner, 'POST', `/api/schedules/${operatorCode}/versions`, {
        responsibleOfficer: 'А. Сәрсенов',
        ...more,
      }),

    step: (by: Person, step: string, assignments: readonly Assignment[], more: object = {}): Promise<BulkReply> =>
      story.ask(by, 'POST', '/api/assignments/steps', { step, assignments: assignments.map(seen), ...more }),

    /** Takes settlements all the way to an approved schedule of the company. */
    async approved(settlements: object[], operatorCode: 'north' | 'south' = 'north'): Promise<Assignment[]> {
      const proposed = await story.propose(settlements, operatorCode);
      await story.step(story[operatorCode], 'accept', proposed);
      await story.approve(operatorCode);
      return story.present();
    },

    async approve(operatorCode = 'north') {
      const { rows } = await story.ask(given.planner, 'GET', '/api/schedules');
      const { version } = rows.find((row: any) => row.operatorCode === operatorCode).versions[0];
      return story.ask(given.planner, 'POST', `/api/schedules/${operatorCode}/approval`, { version });
    },

    /** All assignments as a planner sees them. */
    async present(): Promise<Assignment[]> {
      const { rows } = await story.ask(given.planner, 'POST', '/api/country/rows', {
        settlements: [aqsu, kokozek, qyzylzhar],
      });
      return rows.flatMap((row: any) => row.assignments);
    },
  };
  beforeAll(async () => {
    story.north = await given.service.as('operator');
    await addSoutherner(given.database);
    story.south = await given.service.as('southerner');
  });
  beforeEach(async () => {
    for (const table of ['change_request', 'baseline', 'schedule', 'assignment']) {
      await given.database.query(`delete from ${table}`);
    }
  });
  return story;
}

/** What a person sends to say which version of an assignment they saw. */
export const seen = ({ regionCode, code, number, version }: Assignment) => ({ regionCode, code, number, version });

export const refusals = ({ refused }: Pick<BulkReply, 'refused'>) =>
  refused.map(({ code, conflicts }) => `${code} ${conflicts.map((conflict) => conflict.code).join(' ')}`);
