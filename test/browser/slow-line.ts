import type { Page } from 'playwright-core';

/** 750 kbit/s each way and 300 ms for there and back, as villages have it. */
const line = { offline: false, latency: 300, downloadThroughput: 750_000 / 8, uploadThroughput: 750_000 / 8 };

/** Puts the page on a slow line, its cache as it is. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
}
