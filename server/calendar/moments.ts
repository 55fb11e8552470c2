// Dates are those of the machine's time zone, times are UTC: here the two meet.

/** The time at which a date, `2026-11-22`, is over: the first that is not of it. */
export function endOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(year, month - 1, day + 1).toISOString();
}

/** The date on which a time falls. */
export function dateOf(time: Date): string {
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
