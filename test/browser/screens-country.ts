import { builtClient } from '../built-client.ts';
import type { Assignment } from '../../server/assignments/schema.ts';
import { identifier } from '../../server/changes/identifier.ts';
import type { Progress } from '../../server/construction/schema.ts';
import type { Database } from '../../server/database/database.ts';
import { follow, remind } from '../../server/notices/give.ts';
import { leavingToken, unsubscribeKey } from '../../server/notices/unsubscribe.ts';
import { addOperators } from '../../server/operators/edit.ts';
import { tick } from '../../server/schedules/clock.ts';
import { picture } from '../attachments/files.ts';
import { loadText, registerOf } from '../recorded-country.ts';
import type { ShownChallenge } from '../../server/challenges/schema.ts';
import { addSoutherner, type Person, startService, type TestService } from '../service.ts';
import { countryOfThirty } from '../thirty-villages.ts';

/** The date on which all screens are seen. */
export const today = '2026-11-22';

export const tokenNames = [
  'live',
  'frozen',
  'leave',
  'overdue',
  'open',
  'answered',
  'closed',
  'undefended',
  'challenged',
  'rebutted',
  'upheld',
  'reversed',
  'scenario',
  'cheaper',
  'question',
  'queued',
] as const;
export type Token = (typeof tokenNames)[number];

/** A country in which everything has happened that a screen can show. */
export interface ScreensCountry {
  service: TestService;
  planner: Person;
  /** Another planner, who does something meanwhile. */
  other: Person;
  /** Somebody else of the operator. */
  colleague: Person;
  /**
   * What addresses hold: tokens of links and of the end of one kind of mail, paths of inquiries and challenges by their
   * state, ids of scenarios.
   */
  tokens: Readonly<Partial<Record<Token, string>>>;
  close(): Promise<void>;
}

const openId = {
  issuer: 'https://login.example.kz',
  clientId: 'baylanys',
  clientSecret: 'secret',
  name: 'eGov',
  publicUrl: 'https://baylanys.example.kz',
};
const officer = 'Айгүл Сәрсенова';
const seen = ({ regionCode, code, number, version }: Assignment) => ({ regionCode, code, number, version });
const speed = (download: number) => Array.from({ length: 3 }, () => ({ download, upload: 60, latency: 20 }));

/** Asks the service, which must agree. */
export async function ask<Reply = any>(by: Person, method: string, path: string, body?: unknown): Promise<Reply> {
  const reply = await by.send(method, path, body);
  if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as Reply;
}

/** A village whose tests contradict what the south claims there, and one with service that nobody claims. */
async function contradicted(database: Database): Promise<void> {
  const asOf = '2026-05-10';
  const villages = 't5,Жартас,Жартас,1800,75.6,51.3\nt6,Көктал,Коктал,700,75.7,51.6\n';
  const header = 'code,name_kk,name_ru,population,longitude,latitude\n';
  await loadText(database, 'tested-settlements.csv', header + villages, { asOf, dated: '2026-01-01' });
  await loadText(database, 'boast.csv', registerOf('t5,south,4g,20,5,2026-03-01\n'), { asOf });
  const tests = 'longitude,latitude,technology,download,tests,devices,date\n';
  const rows = '75.6,51.3,4g,0.4,90,30,2026-05-02\n75.7,51.6,4g,25,60,20,2026-05-02\n';
  await loadText(database, 'tests.csv', tests + rows, { asOf });
}

/** What people do with schedules and commitments, each in few words. */
class Doing {
  planner!: Person;
  other!: Person;
  deputy!: Person;
  operators!: Readonly<Record<string, Person>>;

  constructor(
    readonly service: TestService,
    readonly setClock: (date: string) => void,
  ) {}

  /** From now on it is this date. Sessions of another day are over: all sign in anew. */
  async itIs(date: string) {
    this.setClock(date);
    const logins = ['planner', 'planner2', 'deputy', 'operator', 'southerner'];
    const [planner, other, deputy, north, south] = await Promise.all(logins.map((login) => this.service.as(login)));
    Object.assign(this, { planner, other, deputy, operators: { north, south } });
  }

  async assign(operatorCode: string, codes: string[], startQuarter: string, finishQuarter: string) {
    const settlements = codes.map((code) => ({ regionCode: 'arqa', code }));
    const money = { costTenge: 75_000_000, subsidyTenge: 50_000_000, responsibleOfficer: officer };
    const commitment = { operatorCode, technology: 'fibre', startQuarter, finishQuarter, ...money };
    const { refused } = await ask(this.planner, 'POST', '/api/assignments', { settlements, commitment });
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  /** Sends all drafts of an operator; gives what was sent by the settlement's code. */
  async send(operatorCode: string) {
    const path = `/api/schedules/${operatorCode}/versions`;
    const { done, schedule } = await ask(this.planner, 'POST', path, { responsibleOfficer: officer });
    const sent = new Map((done as Assignment[]).map((one) => [one.code, one]));
    return { of: (...codes: string[]) => codes.map((code) => sent.get(code)!), all: done, version: schedule.version };
  }

  async step(by: Person, step: string, assignments: Assignment[], more: object = {}) {
    await ask(by, 'POST', '/api/assignments/steps', { step, assignments: assignments.map(seen), ...more });
  }

  async approved(operatorCode: string, codes: string[], startQuarter: string, finishQuarter: string) {
    await this.assign(operatorCode, codes, startQuarter, finishQuarter);
    const { all, version } = await this.send(operatorCode);
    await this.step(this.operators[operatorCode], 'accept', all);
    await ask(this.planner, 'POST', `/api/schedules/${operatorCode}/approval`, { version });
  }

  async assignment(code: string): Promise<Assignment> {
    return (await ask<Progress>(this.planner, 'GET', `/api/progress/arqa/${code}/1`)).assignment;
  }

  async report(code: string, told: object, writtenAt = '2026-09-10T09:00:00Z') {
    const body = { ...seen(await this.assignment(code)), id: identifier(), writtenAt, ...told };
    await ask(this.operators.north, 'POST', '/api/progress-reports', body);
  }

  /** Builds a commitment until it is reported to work. */
  async operational(code: string) {
    await this.report(code, { step: 'start-construction', note: 'Мачта орнатылды, кабель тартылуда' });
    const id = identifier();
    const query = new URLSearchParams({ region: 'arqa', code, number: '1', kind: 'photograph', fileName: 'mast.jpg' });
    const bytes = (await picture(400, 200)) as BodyInit;
    await this.operators.north.fetch(`/api/attachments/${id}?${query}`, { method: 'PUT', body: bytes });
    await this.report(code, { step: 'report-operational', attachments: [id], tests: speed(120) });
  }

  async inspect(code: string, download: number, reason?: object) {
    const told = { inspectedOn: '2026-09-20', inspector: 'Д. Ахметов', tests: speed(download), reason };
    await ask(this.planner, 'POST', '/api/inspections', {
      ...seen(await this.assignment(code)),
      id: identifier(),
      ...told,
    });
  }

  async change(code: string, finishQuarter: string, decide: boolean) {
    const reason = { code: 'backhaul', text: 'Магистраль 2027 жылдың күзінде ғана келеді' };
    const body = { assignments: [seen(await this.assignment(code))], changes: { finishQuarter }, reason };
    const { requests } = await ask(this.operators.north, 'POST', '/api/change-requests', body);
    if (!decide) return;
    const chosen = requests.map(({ regionCode, id, version }: any) => ({ regionCode, id, version }));
    await ask(this.planner, 'POST', '/api/change-requests/decisions', { requests: chosen, decision: 'accept' });
  }
}

const question = 'Ауыл қашан қосылады?\nКім жауап береді және мерзім неге екі рет кейінге шегерілді?';
const ofVillage = (settlementCode: string) => ({ subject: 'settlement', regionCode: 'arqa', settlementCode });

const pathOf = ({ regionCode, number }: { regionCode: string; number: number }) => `/inquiries/${regionCode}/${number}`;

/** Two baselines, and the first inquiry, which nobody answers. */
async function untilSummer(doing: Doing) {
  await doing.itIs('2026-06-01');
  await doing.approved('north', ['b1', 'b2', 'b3'], '2026-Q2', '2026-Q3');
  await doing.approved('north', ['a01', 'a02', 'a03', 'a04', 'a05', 'a06', 'a07', 'a08'], '2026-Q3', '2027-Q2');
  await doing.itIs('2026-09-01');
  const asked = { addressee: 'operator', operatorCode: 'north', question };
  await ask(doing.deputy, 'POST', '/api/share-links', { address: '/coverage', expiresOn: '2026-10-01' });
  return {
    overdue: pathOf(await ask(doing.deputy, 'POST', '/api/inquiries', { about: ofVillage('b1'), ...asked })),
    undefended: challengePath(await challenge(doing, 'tau', 'south', ['t1'])),
  };
}

/** A commitment in each stage, a change that is asked for, an operator that is late with its answer. */
async function untilAutumn(doing: Doing): Promise<void> {
  await doing.itIs('2026-09-10');
  const power = { cause: 'power', since: '2026-08-01', text: '10 кВ желісі салынбаған; жергілікті атқарушы орган' };
  const blocker = { ...power, id: identifier(), owedBy: 'ministry' };
  await doing.report('b1', { step: 'start-construction', blockers: [blocker] });
  const decision = { blocker: blocker.id, decision: 'confirmed', text: 'Желі компаниясының № 12 хаты' };
  await ask(doing.planner, 'POST', '/api/blockers/decisions', { ...seen(await doing.assignment('b1')), ...decision });
  const undecided = { ...power, id: identifier(), owedBy: 'local-authority' };
  const survey = { kind: 'survey', actual: '2026-08-20' };
  const late = { kind: 'on-air', forecast: '2027-09-30', reason: { code: 'supply', text: 'Жабдық жолда' } };
  await doing.report('a02', { step: 'start-construction', blockers: [undecided], milestones: [survey, late] });
  for (const code of ['a03', 'a04', 'a05']) await doing.operational(code);
  await doing.itIs('2026-09-20');
  await doing.inspect('a04', 9, { code: 'backhaul', text: 'Сақина үзілген, жылдамдық жеткіліксіз' });
  await doing.inspect('a05', 120);
  await doing.change('a07', '2027-Q4', true);
  await doing.itIs('2026-11-02');
  await doing.assign('centre', ['c2', 'c3'], '2027-Q1', '2027-Q4');
  await doing.send('centre');
  await doing.itIs('2026-11-18');
  const { planner, operators } = doing;
  await doing.change('a08', '2027-Q4', false);
  await doing.assign('south', ['b4', 'b5'], '2027-Q1', '2027-Q4');
  await doing.step(operators.south, 'accept', (await doing.send('south')).all);
  const proposed = ['a09', 'a10', 'a11', 'a12', 'a13', 'a14', 'a15', 'c1'];
  await doing.assign('north', proposed, '2027-Q1', '2027-Q4');
  const { of } = await doing.send('north');
  await doing.step(operators.north, 'accept', of('a09'));
  const why = { code: 'power', text: '2028 жылға дейін 35 кВ желісі болмайды' };
  await doing.step(operators.north, 'decline', of('a10'), { reason: why });
  await doing.step(operators.north, 'counter', of('a11'), { reason: why, counter: { finishQuarter: '2028-Q2' } });
  await doing.step(planner, 'cancel', of('a15'), { reason: { code: 'wrong-data', text: 'Ауыл көшірілген' } });
  await doing.assign('north', ['a16', 'a17', 'a18'], '2028-Q1', '2028-Q3');
}

/** An inquiry in each state, and links that are live, frozen and revoked. */
async function oversight(doing: Doing) {
  const { planner, deputy } = doing;
  const inquire = (about: object, more: object = {}) =>
    ask(deputy, 'POST', '/api/inquiries', { about, addressee: 'ministry', question, ...more });
  const figure = 'Жоғары жылдамдықты интернетпен қамтылған тұрғындар: 15,3 %';
  const open = await inquire({ subject: 'region', regionCode: 'arqa' }, { figure });
  const answered = async (code: string) => {
    const asked = await inquire(ofVillage(code));
    const answer = { version: asked.version, text: 'Жұмыс 2027 жылдың III тоқсанында аяқталады.', forOperator: true };
    return ask(planner, 'POST', `/api${pathOf(asked)}/answers`, answer);
  };
  const waiting = await answered('a02');
  const closed = await answered('a04');
  const outcome = { version: closed.version, outcome: 'not-satisfied', text: 'Мерзім көрсетілмеген' };
  await ask(deputy, 'POST', `/api${pathOf(closed)}/outcome`, outcome);

  const share = (address: string, more: object = {}) =>
    ask(deputy, 'POST', '/api/share-links', { address, expiresOn: '2026-12-31', ...more });
  const revoked = await share('/map?show=all&region=tau');
  await deputy.send('DELETE', `/api/share-links/${revoked.id}`);
  const live = await share('/map?show=all&region=arqa');
  const frozen = await share('/coverage?region=arqa', { frozenOn: '2026-11-19' });
  const links = { live: live.token as string, frozen: frozen.token as string };
  return { ...links, open: pathOf(open), answered: pathOf(waiting), closed: pathOf(closed) };
}

/** What a deputy saved: the country without its register. */
async function whatIf({ deputy }: Doing): Promise<string> {
  const body = { name: 'Тізілімсіз', supposed: { datasets: 'register' } };
  return `/what-if/${(await ask(deputy, 'POST', '/api/what-ifs', body)).id}`;
}

const challengePath = ({ regionCode, number }: ShownChallenge) => `/challenges/${regionCode}/${number}`;
const speedAt = (settlementCode: string, download: number) => ({ settlementCode, download, upload: 1, latency: 300 });

/** A deputy disputes all that an operator claims in these settlements. */
async function challenge(doing: Doing, regionCode: string, operatorCode: string, codes: string[], download = 2) {
  const claims: object[] = [];
  for (const settlementCode of codes) {
    const { evidence } = await ask(doing.planner, 'GET', `/api/settlements/${regionCode}/${settlementCode}`);
    const theirs = evidence.filter((piece: any) => piece.operatorCode === operatorCode);
    claims.push(...theirs.map(({ id: evidenceId }: any) => ({ settlementCode, evidenceId })));
  }
  const text = 'Ауылда талшықты желі жоқ.\nӨлшемдерді тұрғындар жасады.';
  const tests = codes.flatMap((code) => [speedAt(code, download), speedAt(code, download + 1)]);
  const body = { regionCode, operatorCode, claims, text, tests };
  return ask<ShownChallenge>(doing.deputy, 'POST', '/api/challenges', body);
}

/** A challenge in each state but for that which nobody answered. */
async function challenges(doing: Doing) {
  const { planner, operators } = doing;
  const write = (by: Person, { version, ...of }: ShownChallenge, what: string, more: object) =>
    ask<ShownChallenge>(by, 'POST', `/api${challengePath({ version, ...of })}/${what}`, { version, ...more });
  const rebutted = await challenge(doing, 'tau', 'south', ['t2']);
  const tests = [speedAt('t2', 96)];
  await write(operators.south, rebutted, 'rebuttal', { text: 'Желі 2025 жылы тартылған.', tests });
  const first = await challenge(doing, 'tau', 'south', ['t3']);
  const agreed = await write(operators.south, first, 'rebuttal', { concede: true, text: 'Тізілім қате.' });
  const decided = await write(planner, agreed, 'decision', { upheld: ['t3'], text: 'Өлшемдер сенімді.' });
  const reversed = await write(planner, decided, 'reversal', { text: 'Өлшемдер көршілес ауылда жасалған.' });
  const challenged = await challenge(doing, 'tau', 'south', ['t3'], 5);
  const both = await challenge(doing, 'arqa', 'north', ['a19', 'a20']);
  const answered = await write(operators.north, both, 'rebuttal', { text: 'Базалық станса жұмыс істейді.' });
  const upheld = await write(planner, answered, 'decision', { upheld: ['a19'], text: 'Тек біреуінде расталды.' });
  return {
    rebutted: challengePath(rebutted),
    reversed: challengePath(reversed),
    challenged: challengePath(challenged),
    upheld: challengePath(upheld),
  };
}

/** Makes the country in an empty database, and leaves the clock at `today`; `itIs` sets the clock of this process. */
export async function screensCountry(database: Database, itIs: (date: string) => void): Promise<ScreensCountry> {
  itIs('2026-05-10');
  await countryOfThirty(database, '2026-05-10');
  const names = { kk: '«Орталық байланыс» АҚ', ru: 'АО «Центральная связь»', en: 'Central Connections JSC' };
  await addOperators(database, 'planner', [{ code: 'centre', names, quarterlyCapacity: 2 }]);
  const more = 'code,name_kk,name_ru,population,longitude,latitude\nt4,Белгісіз,Белгисиз,,75.4,51.2\n';
  await loadText(database, 'more-settlements.csv', more, { asOf: '2026-05-10', dated: '2026-01-01', dataset: 'more' });
  const claims = registerOf('a19,north,4g,2,1,2026-01-15\na20,north,4g,2,1,2026-01-15\n');
  await loadText(database, 'claims.csv', claims, { asOf: '2026-05-10', dataset: 'claims' });
  await contradicted(database);
  let day = today;
  const service = await startService(database, await builtClient(), () => day, { sendsMail: true, openId });
  await addSoutherner(database);
  const doing = new Doing(service, (date) => itIs((day = date)));
  // Whoever is to be told is told from the first look on.
  await follow(database, { now: new Date('2026-05-10T09:30'), sendsMail: true });
  const before = await untilSummer(doing);
  await untilAutumn(doing);
  await doing.itIs('2026-11-20');
  const links = { ...(await oversight(doing)), ...(await challenges(doing)), whatIf: await whatIf(doing) };
  await doing.itIs(today);
  await tick(database, today);
  const giving = { now: new Date(`${today}T09:30`), sendsMail: true };
  await follow(database, giving);
  await remind(database, today, giving);
  const leave = leavingToken({ login: 'operator', mailing: 'urgent' }, await unsubscribeKey(database));
  return {
    service,
    planner: doing.planner,
    other: doing.other,
    colleague: doing.operators.north,
    tokens: { ...before, ...links, leave },
    async close() {
      await service.close();
      await database.close();
    },
  };
}
