import { setTimeout as pause } from 'node:timers/promises';

/** As long as pages wait for what shall be there. */
const patience = 30_000;

/**
 * Expects that what is read equals this, at once or soon: a page draws when its machine lets it. What never does is
 * told as it was read last. Other matchers of Jest go in as values, such as `expect.stringContaining('…')`.
 */
export async function expectSoon(read: () => unknown, value: unknown): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return expect(await read()).toEqual(value);
    } catch (error) {
      if (performance.now() > end) {
        // Jest is to show whoever expects, not this place.
        Error.captureStackTrace(error as Error, expectSoon);
        throw error;
      }
      await pause(50);
    }
  }
}
