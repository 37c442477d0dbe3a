// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/**
 * Collects the complaints of the browser: errors of scripts, content that the Content-Security-Policy stopped, and resources that did not
 * load. An error status of the page itself is left out: tests of such pages want it.
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
