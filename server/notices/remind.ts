import { quarterAt, quarterNumber, quarterOf } from '../calendar/quarters.ts';
import type { Database } from '../database/database.ts';
import { daysBetween } from '../calendar/days.ts';
import { dueReminders, remindedAt } from '../schedules/reminders.ts';
import { notFinished, overdueInquiries, unansweredChallenges } from './queries.ts';
import type { Audience, Fact } from './rules.ts';

/** What the calendar alone makes people be told of on this day. Their ids are the same however often it is asked. */
export async function calendarFacts(database: Database, today: string): Promise<Fact[]> {
  return [
    ...(await answersWanted(database, today)),
    ...(await inquiriesOverdue(database, today)),
    ...(await challengesWaiting(database, today)),
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

/** The operator is reminded as of schedules; that its time is over is told to all whom the challenge concerns. */
async function challengesWaiting(database: Database, today: string): Promise<Fact[]> {
  const challenges = await unansweredChallenges(database);
  return challenges.flatMap(({ regionCode, number, dueOn, operatorCode, raisedBy }): Fact[] => {
    const daysLeft = daysBetween(today, dueOn);
    const about = { challenge: { regionCode, number }, operatorCode, dueOn };
    const key = `${regionCode}/${number}`;
    if (daysLeft < 0) {
      const audience: Audience = { company: operatorCode, planners: true, login: raisedBy };
      return [{ id: `challenge-undefended ${key}`, kind: 'challenge-undefended', about, audience }];
    }
    const reached = remindedAt.filter((days) => daysLeft <= days).at(-1);
    if (reached === undefined) return [];
    const wanted = { ...about, daysLeft };
    const audience = { company: operatorCode };
    return [{ id: `challenge-wanted ${key} ${reached}`, kind: 'challenge-wanted', about: wanted, audience }];
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
