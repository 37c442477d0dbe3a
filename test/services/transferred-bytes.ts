// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/**
 * Visits `url` with an empty cache and gives the bytes that came over the network until it was quiet: headers and
 * compressed bodies of the page, what it loads, and redirects on the way. Cookies are kept, so a page may be measured
 * behind a login.
 * @param meanwhile what can be done as soon as the page is loaded: half a second of quiet is awaited
 */
export async function transferredBytes(
  page: Page,
  url: string,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  session.on(
    'Network.requestWillBeSent',
    ({ redirectResponse }) => (bytes += redirectResponse?.encodedDataLength ?? 0),
  );
  try {
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    await page.goto(url);
    await meanwhile();
    await page.waitForLoadState('networkidle');
    return bytes;
  } finally {
    await session.detach();
  }
}
