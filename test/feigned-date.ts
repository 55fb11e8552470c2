import { jest } from '@jest/globals';

/** Only dates are feigned: what waits, waits. */
const everythingButDates = [
  'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate',
  'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout',
] as const as never; // prettier-ignore

/** From now on it is ten o'clock of this date, `2026-11-22`, until `jest.useRealTimers()`. */
export function feignDate(date: string): void {
  jest.useFakeTimers({ now: new Date(`${date}T10:00:00`), doNotFake: everythingButDates });
}
