import type { Database } from '../database/database.ts';
import type { ShareLink } from './schema.ts';

const columns = `id, address, frozen_on as "frozenOn", expires_on as "expiresOn", shared_by as "sharedBy",
  shared_on as "sharedOn", revoked_on as "revokedOn"`;

/** Adds a link, or writes when it was revoked. */
export async function writeShareLink(database: Database, link: ShareLink): Promise<void> {
  await database.query(
    `insert into share_link (id, address, frozen_on, expires_on, shared_by, shared_on, revoked_on)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update
     set revoked_on = excluded.revoked_on`,
    [link.id, link.address, link.frozenOn, link.expiresOn, link.sharedBy, link.sharedOn, link.revokedOn],
  );
}

export async function shareLinkById(database: Database, id: string): Promise<ShareLink | undefined> {
  const [link] = await database.query<ShareLink>(`select ${columns} from share_link where id = $1`, [id]);
  return link;
}

/** The links that a person shared, the newest first. */
export function shareLinksOf(database: Database, login: string): Promise<ShareLink[]> {
  return database.query(`select ${columns} from share_link where shared_by = $1 order by shared_on desc, id desc`, [
    login,
  ]);
}
