import { readFileSync } from 'node:fs';
import { HolidayCalendar } from './schema.ts';
import { WorkingDays } from './working-days.ts';

const folder = new URL('../../geodata/holidays/', import.meta.url);

/** The calendar of holidays that ships for a country. */
export function readHolidays(country: string): HolidayCalendar {
  return HolidayCalendar.parse(JSON.parse(readFileSync(new URL(`${country}.json`, folder), 'utf8')));
}

/** The working days of the country that this product serves. */
export const workingDays = new WorkingDays(readHolidays('kazakhstan'));
