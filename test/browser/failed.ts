import type { Route } from 'playwright-core';

/** What a service answers that has failed inside. */
export const failed = (route: Route): Promise<void> => route.fulfill({ status: 500, json: { title: 'Error' } });
