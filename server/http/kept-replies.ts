import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Request, Response } from 'express';

interface Reply {
  json: string;
  brotli: Buffer;
}

/** Characters up to which the hardest compression takes a second at most; beyond, a quick one is used. */
const hardUpTo = 1_000_000;

async function write(value: unknown): Promise<Reply> {
  const json = JSON.stringify(value);
  const quality = json.length <= hardUpTo ? 11 : 5;
  return {
    json,
    brotli: await promisify(brotliCompress)(json, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  };
}

/** Large replies that hardly ever change: the latest of each name is written and compressed once. */
export class KeptReplies {
  readonly #kept = new Map<string, { hash: string; reply: Promise<Reply> }>();

  /**
   * Sends the reply of this name in the state that `hash` names. Whoever asked for just this state (`?hash=`) may keep
   * it for good.
   */
  async send(
    { request, response }: { request: Request; response: Response },
    name: string,
    hash: string,
    make: () => unknown,
  ): Promise<void> {
    let kept = this.#kept.get(name);
    if (kept?.hash !== hash) {
      kept = { hash, reply: Promise.resolve(make()).then(write) };
      this.#kept.set(name, kept);
    }
    const { json, brotli } = await kept.reply.catch((error: unknown) => {
      this.#kept.delete(name);
      throw error;
    });
    response.type('json');
    if (request.query.hash === hash) response.set('Cache-Control', 'private, max-age=31536000, immutable');
    if (request.acceptsEncodings('br') === 'br') response.set('Content-Encoding', 'br').end(brotli);
    else response.send(json);
  }
}
