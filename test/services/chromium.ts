// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core';

import { chromiumPath } from './chromium-path.js';

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of tests may only reach this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * Starts the Chromium of the distribution, without a window and with a new profile. The caller must call `close()`.
 * @throws Error when it is not installed
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('chromium is not installed: run sudo test/services/install.sh');
  const { chromium } = await import('playwright-core');
  // Texts of the browser itself, such as a date in a form, are in French too (package chromium-l10n).
  return chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: 'fr' } });
}
