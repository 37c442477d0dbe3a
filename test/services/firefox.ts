// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core';

import { findBinary } from './find-binary.js';

/** Settings of `about:config`, by name. */
export type FirefoxPreferences = Readonly<Record<string, string | number | boolean>>;

const PREFERENCES: FirefoxPreferences = {
  'intl.locale.requested': 'fr',
  'intl.accept_languages': 'fr-FR, fr',
  // This panel takes the focus from the page after a download.
  'browser.download.alwaysOpenPanel': false,
};

/** The Firefox that schools have, or `undefined`. */
export function firefoxPath(): string | undefined {
  return findBinary('firefox-esr');
}

/**
 * Starts Firefox by WebDriver BiDi, without a window and with a new profile. The caller must call `close()`. This Firefox ignores
 * `javaScriptEnabled: false` and `colorScheme` without an error: such tests stay with Chromium, or set a preference. `jest-setup.js` has
 * changed Playwright for it.
 * @throws Error when it is not installed
 */
export async function launchFirefox(preferences: FirefoxPreferences = {}): Promise<Browser> {
  const executablePath = firefoxPath();
  if (!executablePath) throw new Error('firefox-esr is not installed: run sudo test/services/install.sh');
  const { firefox } = await import('playwright-core');
  return firefox.launch({
    executablePath,
    channel: 'moz-firefox',
    firefoxUserPrefs: { ...PREFERENCES, ...preferences },
  });
}
