// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core';

import { chromiumPath, wholeChromiumPath } from './chromium-path.js';

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // This saves a process: no page is drawn by a graphics card.
  '--in-process-gpu',
  // Pages of tests may only reach this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * Starts the browser of the tests, without a window and with a new profile. The caller must call `close()`.
 * @throws Error when it is not installed
 */
export function launchChromium(): Promise<Browser> {
  return launch(chromiumPath());
}

/**
 * As {@link launchChromium}, with the browser that people use. Texts of its own, such as a date in a form, are in French (package
 * chromium-l10n).
 */
export function launchWholeChromium(): Promise<Browser> {
  return launch(wholeChromiumPath());
}

async function launch(executablePath: string | undefined): Promise<Browser> {
  if (!executablePath) throw new Error('chromium is not installed: run sudo test/services/install.sh');
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: 'fr' } });
}
