import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SettlementSummary } from '../server/country/schema.ts';
import type { Operator } from '../server/operators/schema.ts';
import { ownDatabase } from './database.ts';
import { startProcess } from './process.ts';

/** The demonstration's accounts have one password. */
export const password = 'baylanys-demo';

/** The service of a generated country of 6,500 settlements, every flagged one of them assigned and sent to its operator. */
export interface PlannedCountry {
  address: string;
  /** The cookie of somebody who is signed in: planner, operator, deputy. */
  cookieOf(login: string): Promise<string>;
  close(): Promise<void>;
}

export async function startPlannedCountry(): Promise<PlannedCountry> {
  const directory = await mkdtemp(join(tmpdir(), 'baylanys-planned-'));
  const own = await ownDatabase();
  const service = await startProcess({ DATA_DIR: directory, ...own.settings });
  const { address } = service;

  async function cookieOf(login: string): Promise<string> {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ login, password });
    const reply = await fetch(`${address}/api/session`, { method: 'POST', headers, body });
    if (!reply.ok) throw new Error(`${login} could not sign in: ${await reply.text()}`);
    return reply.headers.get('Set-Cookie')!.split(';')[0];
  }

  await plan(address, await cookieOf('planner'));
  return {
    address,
    cookieOf,
    async close() {
      service.child.kill('SIGTERM');
      await service.ended;
      await own.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Assigns each district's flagged settlements to one operator, and sends every operator its schedule. */
async function plan(address: string, cookie: string): Promise<void> {
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = { Cookie: cookie, 'Content-Type': 'application/json' };
    const reply = await fetch(address + path, { method, headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const flagged: SettlementSummary[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page = await ask('GET', `/api/settlements?flagged=true&limit=1000${next && `&cursor=${next}`}`);
    flagged.push(...page.rows);
    next = page.next;
  }
  const operators: Operator[] = (await ask('GET', '/api/operators')).rows;
  for (const before of operators) {
    const { code, names } = before;
    await ask('PATCH', `/api/operators/${code}`, { before, after: { names, quarterlyCapacity: null } });
  }
  const districts = [...new Set(flagged.map(({ districtCode }) => districtCode))];
  for (const [i, district] of districts.entries()) {
    const settlements = flagged.filter(({ districtCode }) => districtCode === district);
    await ask('POST', '/api/assignments', {
      settlements: settlements.map(({ regionCode, code }) => ({ regionCode, code })),
      commitment: {
        operatorCode: operators[i % operators.length].code,
        technology: i % 3 === 0 ? 'fibre' : '4g',
        startQuarter: `${2030 + (i % 2)}-Q${1 + (i % 4)}`,
        finishQuarter: `2032-Q${1 + (i % 4)}`,
      },
    });
  }
  for (const { code } of operators) {
    await ask('POST', `/api/schedules/${code}/versions`, { responsibleOfficer: 'Айгүл Сәрсенова' });
  }
}
