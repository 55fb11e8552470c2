import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Bucket } from '../../server/attachments/bucket-store.ts';

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

export interface BucketServer {
  bucket: Bucket;
  objects: Map<string, { bytes: Buffer; storedAt: Date }>;
  /** What the next requests are answered with instead; 0 is as it should be. */
  failing: number;
  close(): Promise<void>;
}

/**
 * A bucket on the loopback that speaks as S3 does: it refuses whatever is not signed by its key with Signature
 * Version 4, or does not have the hash that was signed. Lists two objects a page.
 */
export async function startBucketServer(): Promise<BucketServer> {
  const access = { region: 'kz-1', accessKeyId: 'KEY', secretAccessKey: 'very/secret+key' };
  const objects: BucketServer['objects'] = new Map();
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const answer = (status: number, content: string | Buffer = '') => response.writeHead(status).end(content);
    const url = new URL(request.url!, 'http://bucket');
    const key = decodeURIComponent(url.pathname.replace(/^\/evidence\/?/, ''));
    if (given.failing !== 0) answer(given.failing, '<Error><Code>SlowDown</Code></Error>');
    else if (!isSigned(request, url, body, access)) answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    else if (!url.pathname.startsWith('/evidence')) answer(404, '<Error><Code>NoSuchBucket</Code></Error>');
    else if (key === '') answer(200, page(objects, url.searchParams));
    else if (request.method === 'PUT') {
      objects.set(key, { bytes: body, storedAt: new Date() });
      answer(200);
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      answer(204);
    } else if (objects.has(key)) answer(200, objects.get(key)!.bytes);
    else answer(404, '<Error><Code>NoSuchKey</Code></Error>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const given: BucketServer = {
    bucket: { ...access, endpoint, bucket: 'evidence' },
    objects,
    failing: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return given;
}

/** As "Authenticating Requests (AWS Signature Version 4)" has it. */
function isSigned(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  { region, accessKeyId, secretAccessKey }: { region: string; accessKeyId: string; secretAccessKey: string },
): boolean {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, credential, names, signature] = form.exec(request.headers.authorization ?? '') ?? [];
  if (credential === undefined) return false;
  const time = String(request.headers['x-amz-date']);
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const hash = request.headers['x-amz-content-sha256'];
  const must = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name));
  if (!must || credential !== `${accessKeyId}/${scope}` || hash !== sha256(body)) return false;
  const encoded = (text: string) =>
    encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const asked = [request.method, url.pathname, query.join('&'), headers.join(''), names, hash].join('\n');
  const key = [time.slice(0, 8), region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  const expected = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(asked)].join('\n'));
  return expected.toString('hex') === signature;
}

function page(objects: BucketServer['objects'], query: URLSearchParams): string {
  const from = Number(/^<&(\d+)>$/.exec(query.get('continuation-token') ?? '<&0>')![1]);
  const all = [...objects].filter(([key]) => key.startsWith(query.get('prefix') ?? '')).sort();
  const entries = all
    .slice(from, from + 2)
    .map(
      ([key, { storedAt }]) =>
        `<Contents><Key>${key}</Key><LastModified>${storedAt.toISOString()}</LastModified></Contents>`,
    );
  const more = from + 2 < all.length ? `<NextContinuationToken>&lt;&amp;${from + 2}&gt;</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${entries.join('')}${more}</ListBucketResult>`;
}
