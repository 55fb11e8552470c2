import { randomBytes } from 'node:crypto';
import { keepValue } from '../accounts/queries.ts';
import type { Viewer } from '../accounts/schema.ts';
import { identifier } from '../changes/identifier.ts';
import { openAction } from '../changes/record.ts';
import { wholeCountry } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { forbidden, notFound, Problem } from '../http/problem.ts';
import { shareLinkById, shareLinksOf, writeShareLink } from './queries.ts';
import type { OwnShareLink, Share, ShareLink } from './schema.ts';
import { idOf, opens, tokenOf } from './token.ts';

/** The links of an installation, signed by the key that it keeps for them. */
export class ShareLinks {
  readonly #database: Database;
  readonly #today: () => string;

  constructor(database: Database, today: () => string) {
    this.#database = database;
    this.#today = today;
  }

  #key(): Promise<string> {
    return keepValue(this.#database, 'share-key', randomBytes(32).toString('base64url'));
  }

  async #withToken(link: ShareLink): Promise<OwnShareLink> {
    return { ...link, token: tokenOf(link, await this.#key()) };
  }

  async share(viewer: Viewer, { id = identifier(), address, frozenOn, expiresOn }: Share): Promise<OwnShareLink> {
    const today = this.#today();
    if (expiresOn < today)
      throw new Problem(422, 'Invalid input', `expiresOn: ${expiresOn} is past.`, { refusal: 'expires-past' });
    if (frozenOn !== null && frozenOn > today) {
      throw new Problem(422, 'Invalid input', `frozenOn: ${frozenOn} is yet to come.`, { refusal: 'day-ahead' });
    }
    const granted = { id, address, frozenOn, expiresOn };
    const link: ShareLink = { ...granted, sharedBy: viewer.login, sharedOn: today, revokedOn: null };
    const already = await shareLinkById(this.#database, id);
    if (already === undefined) await this.#write(viewer, 'share', null, link);
    else if (already.sharedBy !== viewer.login) {
      throw new Problem(409, 'Id taken', `id: ${id} is another link’s. Share under a new one.`, {
        refusal: 'id-taken',
      });
    }
    return this.#withToken(already ?? link);
  }

  async ofPerson({ login }: Viewer): Promise<OwnShareLink[]> {
    return Promise.all((await shareLinksOf(this.#database, login)).map((link) => this.#withToken(link)));
  }

  /** Closes a link at once; whoever shared it, or an administrator. */
  async revoke(viewer: Viewer, id: string): Promise<void> {
    await this.#database.transaction(async () => {
      const before = await shareLinkById(this.#database, id);
      if (before === undefined) throw notFound(`share link ${id}`);
      if (before.sharedBy !== viewer.login && viewer.role !== 'administrator') {
        throw forbidden(`${before.sharedBy}, who shared it`);
      }
      if (before.revokedOn === null) {
        await this.#write(viewer, 'revoke-share', before, { ...before, revokedOn: this.#today() });
      }
    });
  }

  async #write(viewer: Viewer, verb: 'share' | 'revoke-share', before: ShareLink | null, after: ShareLink) {
    await this.#database.transaction(async () => {
      const about = { actor: viewer.login, verb, regionCodes: [wholeCountry] };
      const action = await openAction(this.#database, about);
      await writeShareLink(this.#database, after);
      action.add(wholeCountry, { entity: 'share-link', key: { id: after.id }, before, after });
      await action.close();
    });
  }

  /** The link that a token opens today. Throws a Problem, the same for whatever keeps it from opening. */
  async open(token: string): Promise<ShareLink> {
    const id = idOf(token);
    const link = id === null ? undefined : await shareLinkById(this.#database, id);
    const isOpen =
      link !== undefined &&
      opens(token, link, await this.#key()) &&
      link.revokedOn === null &&
      link.expiresOn >= this.#today();
    if (!isOpen)
      throw new Problem(404, 'Not found', 'This link does not open: it has expired, was revoked or never was.', {
        refusal: 'link-over',
      });
    return link;
  }
}
