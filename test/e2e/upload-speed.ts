// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/** No limit, for {@link uploadSpeed}. */
export const FULL_SPEED = -1;

/**
 * @returns a function that sets the speed at which the page may send, in bytes a second, so that the page can be watched meanwhile
 */
export async function uploadSpeed(page: Page): Promise<(bytesPerSecond: number) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return async (uploadThroughput) => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: FULL_SPEED,
      uploadThroughput,
    });
  };
}
