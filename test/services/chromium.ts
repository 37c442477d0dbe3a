// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core';

import { chromiumPath } from './chromium-path.js';

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No page of a test may leave the machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * The Chromium of the distribution, without a window, with a new profile. Whoever starts it calls `close()`.
 * @throws Error when it is not installed
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('chromium is not installed: run sudo test/services/install.sh');
  const { chromium } = await import('playwright-core');
  // What the browser writes itself, such as a day in a form, is in French too (package chromium-l10n).
  return chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: 'fr' } });
}
