import type { Viewer } from '../accounts/schema.ts';
import { workingDays } from '../calendar/holidays.ts';
import { doneBefore } from '../changes/done-before.ts';
import { openAction, type Action } from '../changes/record.ts';
import { wholeCountry, type Verb } from '../changes/schema.ts';
import type { Database } from '../database/database.ts';
import { changedSince, forbidden, notFound, Problem } from '../http/problem.ts';
import { allOperators } from '../operators/queries.ts';
import { answersTo, inquiryByKey, insertAnswer, subjectExists, writeInquiry } from './queries.ts';
import type { Answer, Ask, Conclude, Inquiry, InquiryAnswer, InquiryKey } from './schema.ts';

const keyOf = ({ regionCode, number }: InquiryKey): InquiryKey => ({ regionCode, number });

/** Asks an inquiry; its clock begins. */
export function ask(database: Database, viewer: Viewer, today: string, request: Ask): Promise<InquiryKey> {
  const { addressee, operatorCode, figure, question, within } = request;
  const subject = {
    regionCode: wholeCountry,
    districtCode: null,
    settlementCode: null,
    assignmentNumber: null,
    ...request.about,
  };
  return database.transaction(async () => {
    await checkAddress(database, { ...subject, addressee, operatorCode });
    const { regionCode } = subject;
    const about = { actor: viewer.login, verb: 'ask' } as const;
    const action = await openAction(database, { id: request.id, ...about, regionCodes: [regionCode] });
    const already = await doneBefore(database, { id: action.id, ...about });
    if (already !== null) return already as InquiryKey;
    const number = action.sequence(regionCode);
    const inquiry: Inquiry = {
      ...subject,
      number,
      figure,
      addressee,
      operatorCode,
      question,
      askedBy: viewer.login,
      askedByName: viewer.displayName,
      askedOn: today,
      dueOn: workingDays.deadline(today, within),
      answeredOn: null,
      outcome: null,
      outcomeText: null,
      outcomeOn: null,
      version: number,
    };
    await writeInquiry(database, inquiry);
    note(action, null, inquiry);
    await action.close();
    return keyOf(inquiry);
  });
}

async function checkAddress(
  database: Database,
  about: Parameters<typeof subjectExists>[1] & Pick<Inquiry, 'addressee'>,
): Promise<void> {
  const { addressee, operatorCode } = about;
  if ((addressee === 'operator') !== (operatorCode !== null)) {
    throw new Problem(422, 'Invalid input', 'operatorCode: name the operator that is asked, and none otherwise.', {
      refusal: 'operator-needed',
    });
  }
  if (operatorCode !== null && !(await allOperators(database)).some(({ code }) => code === operatorCode)) {
    throw new Problem(422, 'Invalid input', `operatorCode: there is no operator ${operatorCode}.`, {
      refusal: 'unknown-operator',
    });
  }
  if (!(await subjectExists(database, about))) {
    throw new Problem(422, 'Invalid input', 'about: there is no such place, or no such assignment of that operator.', {
      refusal: 'unknown-place',
    });
  }
}

function note(action: Action, before: Inquiry | null, after: Inquiry): void {
  action.add(after.regionCode, { entity: 'inquiry', key: keyOf(after), before, after });
}

/** Runs a step of an inquiry that is still open, as the person saw it. */
function step(
  database: Database,
  viewer: Viewer,
  verb: Verb,
  company: string | null,
  key: InquiryKey,
  seen: number,
  work: (before: Inquiry, action: Action) => Promise<void>,
): Promise<void> {
  return database.transaction(async () => {
    if ((await inquiryByKey(database, key, company)) === undefined) throw noInquiry(key);
    const action = await openAction(database, { actor: viewer.login, verb, regionCodes: [key.regionCode] });
    const before = (await inquiryByKey(database, key, company))!;
    if (before.version !== seen) throw changedSince(before);
    if (before.outcome !== null) {
      throw new Problem(409, 'Closed', `${before.askedByName} closed the inquiry on ${before.outcomeOn}.`, {
        refusal: 'closed',
      });
    }
    await work(before, action);
    await action.close();
  });
}

export const noInquiry = ({ regionCode, number }: InquiryKey) => notFound(`inquiry ${regionCode}/${number}`);

/** Answers an inquiry for the company that was asked, or (company null) for the ministry. */
export function answer(
  database: Database,
  viewer: Viewer,
  company: string | null,
  today: string,
  key: InquiryKey,
  { version, text, forOperator }: Answer,
): Promise<void> {
  return step(database, viewer, 'answer', company, key, version, async (before, action) => {
    const given = (await answersTo(database, [key])).get(`${key.regionCode} ${key.number}`) ?? [];
    const reply: InquiryAnswer = {
      number: given.length + 1,
      party: company === null ? 'ministry' : 'operator',
      operatorCode: company ?? (forOperator ? before.operatorCode : null),
      text,
      answeredBy: viewer.login,
      answeredByName: viewer.displayName,
      answeredOn: today,
    };
    await insertAnswer(database, key, reply);
    const isAddressee = before.addressee === reply.party;
    const answeredOn = before.answeredOn ?? (isAddressee ? today : null);
    const after = { ...before, answeredOn, version: action.sequence(key.regionCode) };
    await writeInquiry(database, after);
    note(action, before, after);
    action.add(key.regionCode, {
      entity: 'inquiry-answer',
      key: { regionCode: key.regionCode, inquiryNumber: key.number, number: reply.number },
      before: null,
      after: reply,
    });
  });
}

/** The deputy who asked says what came of it. */
export function conclude(
  database: Database,
  viewer: Viewer,
  today: string,
  key: InquiryKey,
  { version, outcome, text }: Conclude,
): Promise<void> {
  return step(database, viewer, 'conclude', null, key, version, async (before, action) => {
    if (before.askedBy !== viewer.login) throw forbidden(`${before.askedByName}, who asked`);
    const closed = { outcome, outcomeText: text, outcomeOn: today, version: action.sequence(key.regionCode) };
    const after = { ...before, ...closed };
    await writeInquiry(database, after);
    note(action, before, after);
  });
}
