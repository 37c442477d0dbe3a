// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/**
 * Collects what the browser complains about: errors of scripts, what the Content-Security-Policy stopped, what did not
 * load. That a page itself was answered with an error status is left out: tests of such pages want it.
 */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isAnswerOfPage =
      message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !isAnswerOfPage) complaints.push(message.text());
  });
  return complaints;
}
