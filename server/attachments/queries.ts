import type { AssignmentKey } from '../assignments/schema.ts';
import type { Database } from '../database/database.ts';
import type { SettlementKey } from '../places/schema.ts';
import type { Attachment } from './schema.ts';

/** An attachment with the SHA-256 of what was sent, by which the same file is known when it is sent again. */
export type KeptAttachment = Attachment & { sentHash: string };

const columns = `region_code as "regionCode", settlement_code as code, number, id, kind, operator_code as "operatorCode",
  media_type as "mediaType", file_name as "fileName", bytes, hash, width, height, sent_by as "sentBy", sent_on as "sentOn"`;

/** Which attachment has this id? */
export async function attachmentById(database: Database, id: string): Promise<KeptAttachment | undefined> {
  const [attachment] = await database.query<KeptAttachment>(
    `select ${columns}, sent_hash as "sentHash" from attachment where id = $1`,
    [id],
  );
  return attachment;
}

/** Is there such a settlement and, of a company, a challenge of its claims there that is not decided? */
export async function mayProve(
  database: Database,
  { regionCode, code }: SettlementKey,
  company: string | null,
): Promise<boolean> {
  const [row] = await database.query<{ may: boolean }>(
    `select exists (select from settlement where region_code = $1 and code = $2)
       and ($3::text is null or exists (
         select from challenge_claim
         join challenge
           on challenge.region_code = challenge_claim.region_code and challenge.number = challenge_number
         where challenge_claim.region_code = $1 and settlement_code = $2 and challenge_claim.outcome is null
           and operator_code = $3)) as may`,
    [regionCode, code, company],
  );
  return row.may;
}

/** Which attachments have these ids? All of them, or one company's and those that are shown in challenges against it. */
export function attachmentsByIds(
  database: Database,
  ids: readonly string[],
  company: string | null,
): Promise<Attachment[]> {
  return database.query(
    `select ${columns}
     from attachment
     where id = any($1) and ($2::text is null or operator_code = $2 or exists (
       select from challenge
       join challenge_statement as statement
         on statement.region_code = challenge.region_code and challenge_number = challenge.number
       where challenge.region_code = attachment.region_code and challenge.operator_code = $2
         and attachments @> jsonb_build_array(jsonb_build_object('id', attachment.id))))
     order by sent_on, id`,
    [ids, company],
  );
}

/** The attachments of an assignment, in the order in which they came: all of them, or one company's. */
export function attachmentsOf(
  database: Database,
  { regionCode, code, number }: AssignmentKey,
  company: string | null,
): Promise<Attachment[]> {
  return database.query(
    `select ${columns}
     from attachment
     where region_code = $1 and settlement_code = $2 and number = $3 and ($4::text is null or operator_code = $4)
     order by sent_on, id`,
    [regionCode, code, number, company],
  );
}

/** Adds an attachment. */
export async function insertAttachment(database: Database, attachment: KeptAttachment): Promise<void> {
  await database.query(
    `insert into attachment (region_code, settlement_code, number, id, kind, operator_code, media_type, file_name, bytes,
       hash, sent_hash, width, height, sent_by, sent_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      attachment.regionCode,
      attachment.code,
      attachment.number,
      attachment.id,
      attachment.kind,
      attachment.operatorCode,
      attachment.mediaType,
      attachment.fileName,
      attachment.bytes,
      attachment.hash,
      attachment.sentHash,
      attachment.width,
      attachment.height,
      attachment.sentBy,
      attachment.sentOn,
    ],
  );
}
