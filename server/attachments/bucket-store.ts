import { AwsClient } from 'aws4fetch';
import { type AttachmentStore, hashOf } from './store.ts';

/** A bucket, and the key that opens it. */
export interface Bucket {
  /** `https://s3.example.org`, without the bucket. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const folder = 'attachments/';
const patience = 60_000;

/** Keeps bytes as objects of any store that speaks as Amazon's S3 does, addressed by path. */
export class BucketStore implements AttachmentStore {
  readonly #client: AwsClient;
  readonly #address: string;

  constructor({ endpoint, bucket, ...access }: Bucket) {
    this.#client = new AwsClient({ ...access, service: 's3', retries: 3 });
    this.#address = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.#ask('PUT', `/${folder}${key}`, bytes);
  }

  async read(key: string): Promise<Buffer> {
    return Buffer.from(await (await this.#ask('GET', `/${folder}${key}`)).arrayBuffer());
  }

  async remove(key: string): Promise<void> {
    await this.#ask('DELETE', `/${folder}${key}`);
  }

  async *list() {
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: folder });
      if (next !== undefined) query.set('continuation-token', next);
      const page = await (await this.#ask('GET', `?${query}`)).text();
      for (const [, entry] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const key = textOf(entry, 'Key')?.slice(folder.length);
        if (key) yield { key, storedAt: new Date(textOf(entry, 'LastModified') ?? Date.now()) };
      }
      next = textOf(page, 'NextContinuationToken');
    } while (next !== undefined);
  }

  async #ask(method: string, path: string, body?: Buffer): Promise<Response> {
    const said = `${method} ${this.#address}${path}`;
    const reply = await this.#client
      .fetch(this.#address + path, {
        method,
        body: body as Uint8Array<ArrayBuffer> | undefined,
        // Signed too, so that bytes which are altered on their way are refused.
        headers: { 'X-Amz-Content-Sha256': hashOf(body ?? Buffer.alloc(0)) },
        signal: AbortSignal.timeout(patience),
      })
      .catch((error: Error & { cause?: Error }) => {
        throw new Error(`${said}: ${error.cause?.message ?? error.message}`);
      });
    if (!reply.ok) {
      throw new Error(`${said}: ${reply.status} ${textOf(await reply.text(), 'Code') ?? reply.statusText}`);
    }
    return reply;
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of the first element of this name. */
const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(xml)?.[1]
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => entities[entity]);
