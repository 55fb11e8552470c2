import { addDays, daysBetween, weekday } from './days.ts';
import type { DayCount, HolidayCalendar } from './schema.ts';

/** Tells working days from days off by one country's calendar. */
export class WorkingDays {
  readonly #calendar: HolidayCalendar;
  readonly #dated: ReadonlySet<string>;
  readonly #years = new Map<string, ReadonlySet<string>>();

  constructor(calendar: HolidayCalendar) {
    this.#calendar = calendar;
    this.#dated = new Set(calendar.dated.map(({ date }) => date));
  }

  isWorkingDay(date: string): boolean {
    return !this.#isWeekend(date) && !this.#daysOff(date.slice(0, 4)).has(date);
  }

  /**
   * The last day of a period that begins on `start`, whose own day does not
   * count. A period of calendar days that would end on a day off ends on the
   * next working day.
   */
  deadline(start: string, { days, kind }: DayCount): string {
    let date = kind === 'calendar' ? addDays(start, days) : start;
    for (let left = kind === 'working' ? days : 0; left > 0;) {
      date = addDays(date, 1);
      if (this.isWorkingDay(date)) left -= 1;
    }
    while (!this.isWorkingDay(date)) date = addDays(date, 1);
    return date;
  }

  /** Working days after `today` until `last`, that one included; negative those since `last`. */
  workingDaysLeft(today: string, last: string): number {
    if (last < today) return -this.workingDaysLeft(last, today);
    return Array.from({ length: daysBetween(today, last) }, (_, i) => addDays(today, i + 1)).filter((date) =>
      this.isWorkingDay(date),
    ).length;
  }

  #isWeekend(date: string): boolean {
    return this.#calendar.weekend.includes(weekday(date));
  }

  /** Holidays of a year and the days off that stand in for those on a weekend. */
  #daysOff(year: string): ReadonlySet<string> {
    const known = this.#years.get(year);
    if (known !== undefined) return known;
    const inForce = this.#calendar.yearly.filter(
      ({ firstYear = 0, lastYear = Infinity }) => Number(year) >= firstYear && Number(year) <= lastYear,
    );
    const daysOff = new Set([...this.#dated, ...inForce.map(({ day }) => `${year}-${day}`)]);
    for (const { day, substituted } of inForce) {
      let date = `${year}-${day}`;
      if (!substituted || !this.#isWeekend(date)) continue;
      while (this.#isWeekend(date) || daysOff.has(date)) date = addDays(date, 1);
      daysOff.add(date);
    }
    this.#years.set(year, daysOff);
    return daysOff;
  }
}
