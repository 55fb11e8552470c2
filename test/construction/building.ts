import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Assignment, BulkReply } from '../../server/assignments/schema.ts';
import { identifier } from '../../server/changes/identifier.ts';
import type { Progress, Receipt } from '../../server/construction/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { picture } from '../attachments/files.ts';
import { testDatabase } from '../database.ts';
import { recordedCountry } from '../recorded-country.ts';
import { addSoutherner, type Person, startService, type TestService } from '../service.ts';

/** Medians 120, 60 and 20: enough for fibre. */
export const fast = [
  { download: 110, upload: 60, latency: 20 },
  { download: 120, upload: 50, latency: 10 },
  { download: 130, upload: 70, latency: 30 },
];
/** Medians 9, 2 and 80: not enough. */
export const slow = [
  { download: 9, upload: 2, latency: 80 },
  { download: 8, upload: 1, latency: 90 },
  { download: 200, upload: 3, latency: 70 },
];

/** The body of a request under an id of its own. */
type Sent = Record<string, unknown> & { id: string; version: number };

/**
 * The service over the recorded country, with a person of each party and a clock of its own. Each commitment is of
 * a village of its own; `approved` takes one from 2027-Q1 to 2027-Q3.
 */
export function building(startsOn = '2026-11-22') {
  const people = {
    today: startsOn,
    database: undefined as unknown as Database,
    service: undefined as unknown as TestService,
    planner: undefined as unknown as Person,
    north: undefined as unknown as Person,
    south: undefined as unknown as Person,
    deputy: undefined as unknown as Person,
  };
  const story = Object.assign(people, {
    async ask<Reply = any>(by: Person, method: string, path: string, body?: unknown): Promise<Reply> {
      const reply = await by.send(method, path, body);
      expect([path, reply.status, reply.status === 200 ? '' : reply.body]).toEqual([path, 200, '']);
      return reply.body as Reply;
    },

    /** Takes a village all the way to an approved commitment of the company. */
    async approved(regionCode: string, code: string, operatorCode: 'north' | 'south' = 'north'): Promise<Assignment> {
      const commitment = {
        operatorCode,
        technology: 'fibre',
        startQuarter: '2027-Q1',
        finishQuarter: '2027-Q3',
        costTenge: 98_765_432,
        subsidyTenge: 50_000_000,
        responsibleOfficer: 'А. Сәрсенов',
      };
      const settlements = [{ regionCode, code }];
      await story.ask(people.planner, 'POST', '/api/assignments', { settlements, commitment });
      const path = `/api/schedules/${operatorCode}`;
      const sent = await story.ask(people.planner, 'POST', `${path}/versions`, { responsibleOfficer: 'А. Сәрсенов' });
      await story.ask<BulkReply>(people[operatorCode], 'POST', '/api/assignments/steps', {
        step: 'accept',
        assignments: sent.done.map(seen),
      });
      await story.ask(people.planner, 'POST', `${path}/approval`, { version: sent.schedule.version });
      return (await story.progress(sent.done[0])).assignment;
    },

    progress(
      { regionCode, code, number }: Pick<Assignment, 'regionCode' | 'code' | 'number'>,
      by: Person = people.planner,
    ): Promise<Progress> {
      return story.ask(by, 'GET', `/api/progress/${regionCode}/${code}/${number}`);
    },

    body(assignment: Assignment, told: object = {}): Sent {
      return { ...seen(assignment), id: identifier(), writtenAt: `${people.today}T09:00:00Z`, ...told };
    },

    report(assignment: Assignment, told: object, by: Person = people.north): Promise<Receipt> {
      return story.ask(by, 'POST', '/api/progress-reports', story.body(assignment, told));
    },

    /** What a report that cannot be taken is told: status, code, place. */
    async refused(assignment: Assignment, told: object, by: Person = people.north): Promise<[number, string, string]> {
      const { status, body } = await by.send('POST', '/api/progress-reports', story.body(assignment, told));
      return [status, body.refusal, body.where];
    },

    /** Sends a photograph to a commitment. Its id. */
    async photograph(
      { regionCode, code, number }: Assignment,
      by: Person = people.north,
      kind = 'photograph',
    ): Promise<string> {
      const id = identifier();
      const query = new URLSearchParams({ region: regionCode, code, number: `${number}`, kind, fileName: 'mast.jpg' });
      const bytes = await picture(40, 20);
      const reply = await by.fetch(`/api/attachments/${id}?${query}`, { method: 'PUT', body: bytes as BodyInit });
      expect(reply.status).toBe(200);
      return id;
    },

    /** Builds an approved or returned commitment until it is reported to work. */
    async operational(approved: Assignment, tests: object[] = fast, told: object = {}): Promise<Assignment> {
      const by = approved.operatorCode === 'north' ? people.north : people.south;
      const { assignment } = await story.report(approved, { step: 'start-construction' }, by);
      const attachments = [await story.photograph(approved, by)];
      const proof = { step: 'report-operational', attachments, tests, ...told };
      return (await story.report(assignment, proof, by)).assignment;
    },

    inspection(assignment: Assignment, told: object = {}): Sent {
      const inspector = 'Д. Ахметов';
      return { ...seen(assignment), id: identifier(), inspectedOn: people.today, inspector, tests: fast, ...told };
    },

    async statusOf({ regionCode, code }: Assignment): Promise<[string, boolean]> {
      const { assessment } = await story.ask(people.planner, 'GET', `/api/settlements/${regionCode}/${code}`);
      return [assessment.status, assessment.flagged];
    },
  });
  beforeAll(async () => {
    people.database = await testDatabase();
    await recordedCountry(people.database, startsOn);
    people.service = await startService(people.database, undefined, () => people.today);
    await addSoutherner(people.database);
    people.planner = await people.service.as('planner');
    people.north = await people.service.as('operator');
    people.south = await people.service.as('southerner');
    people.deputy = await people.service.as('deputy');
  });
  afterAll(async () => {
    await people.service.close();
    await people.database.close();
  });
  return story;
}

/** What a person sends to say which version of an assignment they saw. */
export const seen = ({ regionCode, code, number, version }: Assignment) => ({ regionCode, code, number, version });
