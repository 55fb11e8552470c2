import { quarterAt, quarterNumber, quarterOf } from '../calendar/quarters.ts';
import type { Database } from '../database/database.ts';
import { dueReminders } from '../schedules/reminders.ts';
import { notFinished, overdueInquiries } from './queries.ts';
import type { Audience, Fact } from './rules.ts';

/** What the calendar alone makes people be told of on this day. Their ids are the same however often it is asked. */
export async function calendarFacts(database: Database, today: string): Promise<Fact[]> {
  return [
    ...(await answersWanted(database, today)),
    ...(await inquiriesOverdue(database, today)),
    ...(await quarterMissed(database, today)),
  ];
}

/** When the time to answer has run out is told with the clock's calling upon the officers. */
async function answersWanted(database: Database, today: string): Promise<Fact[]> {
  const reminders = (await dueReminders(database, today)).filter(({ kind }) => kind === 'answer-wanted');
  return reminders.map(({ id, operatorCode, answerDueOn, daysLeft, assignments }) => {
    const settlements = assignments.length;
    return {
      id,
      kind: 'answer-wanted',
      about: {
        operatorCode,
        settlements,
        ...(settlements === 1 && { place: assignments[0] }),
        dueOn: answerDueOn,
        daysLeft,
      },
      audience: { company: operatorCode },
    };
  });
}

async function inquiriesOverdue(database: Database, today: string): Promise<Fact[]> {
  const inquiries = await overdueInquiries(database, today);
  return inquiries.map(({ regionCode, number, dueOn, operatorCode, askedBy }) => {
    const audience: Audience = { login: askedBy, planners: true, company: operatorCode ?? undefined };
    return {
      id: `inquiry-overdue ${regionCode}/${number}`,
      kind: 'inquiry-overdue',
      about: { inquiry: { regionCode, number }, dueOn },
      audience,
    };
  });
}

/** Deputies hear once a quarter of what the quarter before should have finished, and did not. */
async function quarterMissed(database: Database, today: string): Promise<Fact[]> {
  const quarter = quarterAt(quarterNumber(quarterOf(today)) - 1);
  const regions = await notFinished(database, quarter);
  const all = regions.reduce((sum, { settlements }) => sum + settlements, 0);
  const scopes = all === 0 ? [] : [...regions, { regionCode: '*', settlements: all }];
  return scopes.map(({ regionCode, settlements }) => ({
    id: `overdue ${regionCode} ${quarter}`,
    kind: 'overdue',
    about: { regionCode, settlements, quarter },
    audience: { deputiesOf: regionCode },
  }));
}
