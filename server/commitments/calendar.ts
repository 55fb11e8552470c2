import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { changeableStages } from '../assignments/stages.ts';
import { firstDayOf } from '../calendar/quarters.ts';
import type { Database } from '../database/database.ts';
import { allOperators } from '../operators/queries.ts';
import { scheduleRows } from '../schedules/rows.ts';
import type { ScheduleRow } from '../schedules/schema.ts';
import { type Building, readBuilding } from './building.ts';
import { type CalendarLanguage, calendarWords, type DueKind, nameIn } from './calendar-words.ts';

/** Something that is due of a commitment, on a day. */
export interface Due {
  kind: DueKind;
  on: string;
}

/** What is still due of a commitment: its answer; or its begin, the milestones that its company owes, and its finish. */
export function dueOf({ stage, answerDueOn, startQuarter }: ScheduleRow, { milestones, timing }: Building): Due[] {
  if (stage === 'proposed') return answerDueOn === null ? [] : [{ kind: 'answer', on: answerDueOn }];
  const steps = milestones.flatMap(({ kind, owedBy, planned, forecast, actual }): Due[] =>
    kind === 'on-air' || owedBy !== 'operator' || actual !== null ? [] : [{ kind, on: forecast ?? planned }],
  );
  const begin: Due[] = stage === 'approved' ? [{ kind: 'start', on: firstDayOf(startQuarter) }] : [];
  return [...begin, ...steps, { kind: 'finish', on: timing.deadline }];
}

/**
 * The deadlines of a company as iCalendar, each a whole day, in a language. An event keeps its identifier while its
 * day moves. `address` is where this installation is, such as `https://baylanys.example`.
 */
export async function calendarText(
  database: Database,
  operatorCode: string,
  today: string,
  language: CalendarLanguage,
  address: string,
): Promise<string> {
  const words = calendarWords[language];
  const operator = (await allOperators(database)).find(({ code }) => code === operatorCode)!;
  const buildingOf = await readBuilding(database, operatorCode, today);
  const calendar = ical({
    name: words.title(nameIn(operator.names, language)),
    prodId: { company: 'Baylanys', product: 'Baylanys', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const row of await scheduleRows(database, ['proposed', ...changeableStages], operatorCode)) {
    const { regionCode, code, number, names, region, district } = row;
    const place = [district, region].flatMap((one) => (one === null ? [] : nameIn(one, language))).join(', ');
    for (const { kind, on } of dueOf(row, buildingOf(row))) {
      calendar.createEvent({
        id: `${kind}.${number}.${code}.${regionCode}.${operatorCode}@baylanys`,
        start: new Date(on),
        allDay: true,
        // The same text as long as nothing has changed.
        stamp: new Date(today),
        transparency: ICalEventTransparency.TRANSPARENT,
        summary: `${nameIn(names, language)}: ${words.due[kind]}`,
        description: words.quarters(row),
        location: place,
        url: `${address}/commitments/${encodeURIComponent(regionCode)}/${encodeURIComponent(code)}/${number}`,
      });
    }
  }
  return calendar.toString();
}
