import { readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { assign } from '../../server/assignments/plan.ts';
import { BucketStore } from '../../server/attachments/bucket-store.ts';
import { DirectoryStore } from '../../server/attachments/directory-store.ts';
import { attachmentsOf } from '../../server/attachments/queries.ts';
import { type AttachmentStore, keyOf } from '../../server/attachments/store.ts';
import { sweep } from '../../server/attachments/sweep.ts';
import { identifier } from '../../server/changes/identifier.ts';
import type { Database } from '../../server/database/database.ts';
import { replay } from '../../server/replay/replay.ts';
import { today } from '../country.ts';
import { testDatabase } from '../database.ts';
import { scratchFolder } from '../geodata/scratch.ts';
import { recordedCountry } from '../recorded-country.ts';
import { addSoutherner, type Person, startService, type TestService } from '../service.ts';
import { type BucketServer, startBucketServer } from './bucket-server.ts';
import { pdf, photograph, picture } from './files.ts';

const folder = scratchFolder();
let bucket: BucketServer;

beforeAll(async () => {
  bucket = await startBucketServer();
});
afterAll(() => bucket.close());

const stores: [string, () => AttachmentStore][] = [
  ['a directory', () => new DirectoryStore(folder.path('attachments'))],
  ['a bucket', () => new BucketStore(bucket.bucket)],
];

describe.each(stores)('attachments in %s', (_where, storeOf) => {
  let database: Database;
  let store: AttachmentStore;
  let service: TestService;
  const people = new Map<string, Person>();
  const person = (name: string) => people.get(name)!;

  beforeAll(async () => {
    database = await testDatabase();
    await recordedCountry(database);
    store = storeOf();
    service = await startService(database, undefined, undefined, { attachments: store });
    await addSoutherner(database);
    people.set('nobody', service.nobody);
    for (const login of ['planner', 'operator', 'southerner', 'deputy', 'administrator']) {
      people.set(login, await service.as(login));
    }
    const commitment = {
      operatorCode: 'north',
      technology: 'fibre',
      startQuarter: '2027-Q1',
      finishQuarter: '2027-Q3',
      costTenge: null,
      subsidyTenge: null,
      responsibleOfficer: '',
    } as const;
    const actor = { login: 'planner', today, party: 'planner', company: null } as const;
    await assign(database, actor, { settlements: [{ regionCode: 'west', code: 'a' }], commitment });
  });
  afterAll(async () => {
    await service.close();
    await database.close();
  });

  const put = async (who: string, id: string, body: Buffer | string, about: object = {}) => {
    const query = { region: 'west', code: 'a', number: '1', kind: 'photograph', fileName: 'mast.jpg', ...about };
    const path = `/api/attachments/${id}?${new URLSearchParams(query)}`;
    const reply = await person(who).fetch(path, { method: 'PUT', body: body as BodyInit });
    return { status: reply.status, body: await reply.json() };
  };
  const get = async (who: string, id: string, more = '', headers = {}) => {
    const reply = await person(who).fetch(`/api/attachments/${id}${more}`, { headers });
    return { status: reply.status, headers: reply.headers, bytes: Buffer.from(await reply.arrayBuffer()) };
  };
  const storedKeys = async () => {
    const keys = [];
    for await (const { key } of store.list()) keys.push(key);
    return keys;
  };
  const attachChanges = () =>
    database.query(`select actor, items from change where verb = 'attach' order by region_code, sequence`);

  test('a photograph is drawn anew, upright and without what was hidden in it', async () => {
    const sent = await photograph();
    expect([sent.includes('Exif'), sent.includes('TelephoneOfAigul')]).toEqual([true, true]);
    expect((await sharp(sent).metadata()).orientation).toBe(6);
    const id = identifier();
    const { status, body } = await put('operator', id, sent, { fileName: 'C:\\мачта\u202Egpj.exe' });
    expect([status, body]).toEqual([
      200,
      {
        regionCode: 'west',
        code: 'a',
        number: 1,
        id,
        kind: 'photograph',
        operatorCode: 'north',
        mediaType: 'image/jpeg',
        fileName: 'мачтаgpj.jpg',
        bytes: expect.any(Number),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        width: 20,
        height: 40,
        sentBy: 'operator',
        sentOn: today,
      },
    ]);
    const { headers, bytes } = await get('operator', id);
    expect(bytes).toHaveLength(body.bytes);
    expect(['Exif', 'TelephoneOfAigul', 'http://ns.adobe.com'].map((text) => bytes.includes(text))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    // What was at the left is on top.
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const pixel = (y: number) => [...data.subarray((y * 20 + 10) * 3, (y * 20 + 10) * 3 + 3)];
    expect(pixel(5).map((value) => value > 128)).toEqual([true, false, false]);
    expect(pixel(35).map((value) => value > 128)).toEqual([false, false, true]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline; filename=.*; filename\*=UTF-8''%D0%BC%D0%B0/),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
    const again = await get('operator', id, '', { 'If-None-Match': headers.get('etag')! });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test.each(['jpeg', 'png', 'webp'] as const)(
    'a large %s is kept at 2048 pixels, its thumbnail at 320',
    async (format) => {
      const id = identifier();
      const { body } = await put('operator', id, await picture(4000, 1000, format), { fileName: 'wide' });
      expect([body.mediaType, body.fileName, body.width, body.height]).toEqual(['image/jpeg', 'wide.jpg', 2048, 512]);
      const { status, headers, bytes } = await get('deputy', id, '/thumbnail');
      expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 80 });
    },
  );

  test('a document is kept as it is and only ever saved', async () => {
    const id = identifier();
    const { status, body } = await put('planner', id, pdf, { kind: 'document', fileName: '../act.html' });
    expect([status, body.fileName, body.operatorCode, body.bytes]).toEqual([200, 'act.pdf', null, pdf.length]);
    const { headers, bytes } = await get('planner', id);
    expect(bytes.equals(pdf)).toBe(true);
    expect(headers.get('content-disposition')).toBe('attachment; filename=act.pdf');
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect((await get('planner', id, '/thumbnail')).status).toBe(404);
  });

  test('what is not what it should be is refused, and nothing of it is kept', async () => {
    const before = [await storedKeys(), await attachChanges()];
    const whole = await picture(300, 300);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(100)]);
    const refused = async (body: Buffer | string, kind = 'photograph') => {
      const reply = await put('operator', identifier(), body, { kind });
      return [reply.status, reply.body.refusal];
    };
    expect(await refused('<script>alert(1)</script>')).toEqual([422, 'not-a-photograph']);
    expect(await refused('')).toEqual([422, 'not-a-photograph']);
    expect(await refused(pdf)).toEqual([422, 'not-a-photograph']);
    expect(await refused('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).toEqual([
      422,
      'not-a-photograph',
    ]);
    expect(await refused(await picture(9, 9, 'gif'))).toEqual([422, 'not-a-photograph']);
    expect(await refused(heic)).toEqual([422, 'heic']);
    expect(await refused(whole.subarray(0, whole.length - 200))).toEqual([422, 'damaged']);
    expect(await refused(await picture(8001, 8000, 'png'))).toEqual([422, 'too-many-pixels']);
    expect(await refused(whole, 'document')).toEqual([422, 'not-a-pdf']);
    expect(await refused(pdf.subarray(0, -8), 'document')).toEqual([422, 'not-a-pdf']);
    expect([await storedKeys(), await attachChanges()]).toEqual(before);
  });

  test('16 MB are taken, a byte more is not', async () => {
    const largest = Buffer.alloc(16 * 1024 * 1024);
    pdf.copy(largest);
    pdf.copy(largest, largest.length - pdf.length);
    const about = { kind: 'document', fileName: 'act.pdf' };
    expect((await put('operator', identifier(), largest, about)).status).toBe(200);
    const { status, body } = await put('operator', identifier(), Buffer.concat([largest, Buffer.from(' ')]), about);
    expect([status, body.detail]).toEqual([413, 'A file may have 16 MB at most. Send it smaller.']);
  });

  test('a body that breaks off leaves nothing', async () => {
    const before = [await storedKeys(), await attachChanges()];
    const cut = new AbortController();
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(new Uint8Array(pdf.subarray(0, 20)));
        await new Promise((done) => setTimeout(done, 50));
        cut.abort();
      },
    });
    const query = 'region=west&code=a&number=1&kind=document&fileName=act.pdf';
    const sending = person('operator').fetch(`/api/attachments/${identifier()}?${query}`, {
      method: 'PUT',
      body,
      duplex: 'half',
      signal: cut.signal,
    } as RequestInit);
    await expect(sending).rejects.toThrow();
    await person('operator').fetch('/api/session');
    expect([await storedKeys(), await attachChanges()]).toEqual(before);
  });

  test('the same file again changes nothing; another under its id is refused', async () => {
    const id = identifier();
    const bytes = await picture(50, 50);
    const [first, second] = await Promise.all([put('operator', id, bytes), put('operator', id, bytes)]);
    const recorded = await attachChanges();
    const third = await put('operator', id.toUpperCase(), bytes, { fileName: 'renamed.jpg' });
    expect([first.status, second.body, third.body]).toEqual([200, first.body, first.body]);
    expect(await attachChanges()).toEqual(recorded);
    const other = await put('operator', id, await picture(51, 50));
    expect([other.status, other.body.detail]).toEqual([
      409,
      `The id ${id} has another file. Send this one under a new id.`,
    ]);
    // The ministry's is not the company's, though it is the same file.
    expect((await put('planner', id, bytes)).status).toBe(409);
    expect((await get('operator', id)).status).toBe(200);
    expect(await attachChanges()).toEqual(recorded);
    expect(recorded.filter(({ items }: any) => items[0].key.id === id)).toMatchObject([
      {
        actor: 'operator',
        items: [
          {
            entity: 'attachment',
            key: { regionCode: 'west', settlementCode: 'a', number: 1, id },
            before: null,
            after: { operatorCode: 'north', hash: first.body.hash },
          },
        ],
      },
    ]);
  });

  test('a file is there for those who oversee and for the company whose it is', async () => {
    const theirs = identifier();
    const ours = identifier();
    await put('operator', theirs, await picture(10, 10));
    await put('planner', ours, await picture(10, 10));
    const statuses = async (who: string) => {
      const found = [];
      for (const id of [theirs, ours])
        found.push((await get(who, id)).status, (await get(who, id, '/thumbnail')).status);
      return found;
    };
    expect(await statuses('planner')).toEqual([200, 200, 200, 200]);
    expect(await statuses('deputy')).toEqual([200, 200, 200, 200]);
    expect(await statuses('administrator')).toEqual([200, 200, 200, 200]);
    expect(await statuses('operator')).toEqual([200, 200, 404, 404]);
    expect(await statuses('southerner')).toEqual([404, 404, 404, 404]);
    expect(await statuses('nobody')).toEqual([401, 401, 401, 401]);
    const unknown = identifier();
    const hidden = await person('southerner').send('GET', `/api/attachments/${theirs}`);
    const absent = await person('southerner').send('GET', `/api/attachments/${unknown}`);
    expect(hidden.body.detail).toBe(`There is no attachment ${theirs}.`);
    expect(absent.body.detail).toBe(`There is no attachment ${unknown}.`);
    const assignment = { regionCode: 'west', code: 'a', number: 1 };
    const ids = async (company: string | null) =>
      (await attachmentsOf(database, assignment, company))
        .map(({ id }) => id)
        .filter((id) => [theirs, ours].includes(id));
    expect([await ids(null), await ids('north'), await ids('south')]).toEqual([[theirs, ours].sort(), [theirs], []]);
  });

  test("nobody sends a file to another company's assignment, or to none", async () => {
    const before = await storedKeys();
    const bytes = await picture(10, 10);
    const southern = await put('southerner', identifier(), bytes);
    const none = await put('operator', identifier(), bytes, { number: '2' });
    expect([southern.status, southern.body.detail]).toEqual([
      404,
      'There is no assignment 1 of the settlement west a.',
    ]);
    expect([none.status, none.body.detail]).toEqual([404, 'There is no assignment 2 of the settlement west a.']);
    expect((await put('deputy', identifier(), bytes)).status).toBe(403);
    expect((await put('nobody', identifier(), bytes)).status).toBe(401);
    expect((await put('operator', identifier(), bytes, { kind: 'programme' })).status).toBe(422);
    expect(await storedKeys()).toEqual(before);
  });

  test('what lies a day without a row is swept; the rest stays', async () => {
    const id = identifier();
    const { body } = await put('operator', id, await picture(10, 10));
    const lost = keyOf({ id: identifier(), hash: 'a'.repeat(64) });
    await store.put(lost, Buffer.from('left by a crash'));
    await store.put('readme', Buffer.from('of somebody else'));
    expect(await sweep(database, store)).toBe(0);
    expect(await sweep(database, store, Date.now() + 25 * 3_600_000)).toBe(1);
    const keys = await storedKeys();
    expect([keyOf({ id, hash: body.hash }), lost, 'readme'].map((key) => keys.includes(key))).toEqual([
      true,
      false,
      true,
    ]);
    await store.remove('readme');
  });

  test('bytes that were altered in the store prove nothing any more', async () => {
    const id = identifier();
    const { body } = await put('operator', id, await picture(10, 10));
    await store.put(keyOf(body), Buffer.from('another picture'));
    const { status, bytes } = await get('planner', id);
    expect([status, JSON.parse(bytes.toString()).detail]).toEqual([
      503,
      'Files can be neither kept nor read just now. Nothing was changed. Try again later.',
    ]);
  });

  test('the record rebuilds the attachments', async () => {
    const scratch = await testDatabase();
    const [{ count }] = await database.query<{ count: number }>('select count(*) as count from attachment');
    expect(await replay(database, scratch)).toMatchObject({ rows: { attachment: count }, others: [] });
    await scratch.query('truncate region, import, operator, programme, assessment cascade');
    await database.query(`update attachment set hash = 'x' where file_name = 'act.pdf'`);
    expect(await replay(database, scratch)).toMatchObject({ difference: { table: 'attachment', column: 'hash' } });
    await scratch.close();
  });
});

test('a bucket that fails for a moment is asked again; one that fails on is told plainly, and nothing is kept', async () => {
  const store = new BucketStore(bucket.bucket);
  bucket.failing = 503;
  setTimeout(() => (bucket.failing = 0), 20);
  await store.put('a', Buffer.from('once'));
  expect((await store.read('a')).toString()).toBe('once');
  bucket.failing = 500;
  await expect(store.read('a')).rejects.toThrow(`GET ${bucket.bucket.endpoint}/evidence/attachments/a: 500 SlowDown`);
  bucket.failing = 0;
  const thief = new BucketStore({ ...bucket.bucket, secretAccessKey: 'guessed' });
  await expect(thief.read('a')).rejects.toThrow('403 SignatureDoesNotMatch');
  await expect(store.read('b')).rejects.toThrow('404 NoSuchKey');
  const nowhere = new BucketStore({ ...bucket.bucket, endpoint: 'http://127.0.0.1:1' });
  await expect(nowhere.read('a')).rejects.toThrow(/ECONNREFUSED|bad port/);
});

test('a directory keeps nothing half', async () => {
  const store = new DirectoryStore(folder.path('file-in-the-way'));
  await writeFile(folder.path('file-in-the-way'), '');
  await expect(store.put('a', Buffer.from('a'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  const good = new DirectoryStore(folder.path('own'));
  await good.put('a', Buffer.from('a'));
  expect(await readdir(folder.path('own'))).toEqual(['a']);
});
