import type { Database } from '../database/database.ts';
import type { Inquiry, InquiryAnswer, InquiryFilter, InquiryKey } from './schema.ts';

const columns = `region_code as "regionCode", number, subject, district_code as "districtCode",
  settlement_code as "settlementCode", assignment_number as "assignmentNumber", figure, addressee,
  operator_code as "operatorCode", question, asked_by as "askedBy", asked_by_name as "askedByName",
  asked_on as "askedOn", due_on as "dueOn", answered_on as "answeredOn", outcome, outcome_text as "outcomeText",
  outcome_on as "outcomeOn", version`;

/** Adds an inquiry, or writes what has become of it. */
export async function writeInquiry(database: Database, inquiry: Inquiry): Promise<void> {
  await database.query(
    `insert into inquiry (region_code, number, subject, district_code, settlement_code, assignment_number, figure,
       addressee, operator_code, question, asked_by, asked_by_name, asked_on, due_on, answered_on, outcome, outcome_text,
       outcome_on, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (region_code, number) do update
     set answered_on = excluded.answered_on, outcome = excluded.outcome, outcome_text = excluded.outcome_text,
       outcome_on = excluded.outcome_on, version = excluded.version`,
    [
      inquiry.regionCode,
      inquiry.number,
      inquiry.subject,
      inquiry.districtCode,
      inquiry.settlementCode,
      inquiry.assignmentNumber,
      inquiry.figure,
      inquiry.addressee,
      inquiry.operatorCode,
      inquiry.question,
      inquiry.askedBy,
      inquiry.askedByName,
      inquiry.askedOn,
      inquiry.dueOn,
      inquiry.answeredOn,
      inquiry.outcome,
      inquiry.outcomeText,
      inquiry.outcomeOn,
      inquiry.version,
    ],
  );
}

/** Adds an answer to an inquiry. */
export async function insertAnswer(database: Database, key: InquiryKey, answer: InquiryAnswer): Promise<void> {
  await database.query(
    `insert into inquiry_answer (region_code, inquiry_number, number, party, operator_code, text, answered_by,
       answered_by_name, answered_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      key.regionCode,
      key.number,
      answer.number,
      answer.party,
      answer.operatorCode,
      answer.text,
      answer.answeredBy,
      answer.answeredByName,
      answer.answeredOn,
    ],
  );
}

/** One inquiry, if this company (null: anyone) may see it. */
export async function inquiryByKey(
  database: Database,
  key: InquiryKey,
  company: string | null,
): Promise<Inquiry | undefined> {
  const [inquiry] = await database.query<Inquiry>(
    `select ${columns}
     from inquiry
     where region_code = $1 and number = $2 and ($3::text is null or operator_code = $3)`,
    [key.regionCode, key.number, company],
  );
  return inquiry;
}

/** Which inquiries match, of those that this company (null: anyone) may see? The newest first. */
export function inquiriesMatching(
  database: Database,
  filter: InquiryFilter,
  company: string | null,
  today: string,
): Promise<Inquiry[]> {
  const [askedOn, regionCode, number] = filter.cursor?.split('~') ?? [null, null, null];
  return database.query(
    `select ${columns}
     from inquiry
     where ($1::text is null or region_code = $1) and ($2::text is null or settlement_code = $2)
       and ($3::text is null or operator_code = $3) and ($4::text is null or operator_code = $4)
       and ($5::text is null or $5 = case when outcome is not null then 'closed' when answered_on is not null then 'answered'
         when due_on < $6::date then 'overdue' else 'open' end)
       and ($7::date is null or asked_on < $7
         or asked_on = $7 and (region_code, number) > ($8::text, $9::bigint))
     order by asked_on desc, region_code, number
     limit $10`,
    [
      filter.region ?? null,
      filter.settlement ?? null,
      filter.operator ?? null,
      company,
      filter.state ?? null,
      today,
      askedOn,
      regionCode,
      number,
      filter.limit,
    ],
  );
}

/** The answers to these inquiries, by `regionCode number`, in the order in which they were given. */
export async function answersTo(
  database: Database,
  keys: readonly InquiryKey[],
): Promise<Map<string, InquiryAnswer[]>> {
  const rows = await database.query<InquiryAnswer & { key: string }>(
    `select concat_ws(' ', region_code, inquiry_number) as key, answer.number, party, operator_code as "operatorCode",
       text, answered_by as "answeredBy", answered_by_name as "answeredByName", answered_on as "answeredOn"
     from inquiry_answer as answer
     join unnest($1::text[], $2::bigint[]) as wanted (region_code, inquiry_number) using (region_code, inquiry_number)
     order by region_code, inquiry_number, answer.number`,
    [keys.map((key) => key.regionCode), keys.map((key) => key.number)],
  );
  const answers = new Map<string, InquiryAnswer[]>();
  for (const { key, ...answer } of rows) answers.set(key, [...(answers.get(key) ?? []), answer]);
  return answers;
}

/** Is there such a place, and such an assignment of it to this operator (null: any)? */
export async function subjectExists(
  database: Database,
  about: Pick<Inquiry, 'regionCode' | 'districtCode' | 'settlementCode' | 'assignmentNumber' | 'operatorCode'>,
): Promise<boolean> {
  const [row] = await database.query<{ exists: boolean }>(
    `select ($1 = '*' or exists (select from region where code = $1))
       and ($2::text is null or exists (
         select from place where region_code = $1 and code = $2 and level = 'district'))
       and ($3::text is null or exists (select from settlement where region_code = $1 and code = $3))
       and ($4::integer is null or exists (
         select from assignment
         where region_code = $1 and settlement_code = $3 and number = $4
           and ($5::text is null or operator_code = $5))) as exists`,
    [about.regionCode, about.districtCode, about.settlementCode, about.assignmentNumber, about.operatorCode],
  );
  return row.exists;
}
