// SPDX-License-Identifier: EUPL-1.2
import type { AxeResults, Result } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules of WCAG 2.0 to 2.2, levels A and AA, which RGAA 4 follows. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Runs axe-core in the page as it stands. One line for each faulty element:
 * `serious color-contrast: text has too little contrast — main > p.hint`; an empty list is what a test wants.
 * The page keeps its Content-Security-Policy: both scripts come through the debugging protocol, which it does not hold.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const session = await page.context().newCDPSession(page);
  try {
    const { result: known } = await session.send('Runtime.evaluate', { expression: `'axe' in globalThis` });
    if (known.value !== true) await session.send('Runtime.evaluate', { expression: axe.source });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, ${JSON.stringify({ runOnly: standards, resultTypes: ['violations'] })})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return (result.value as AxeResults).violations.flatMap(lines);
  } finally {
    await session.detach();
  }
}

function lines({ id, impact, help, nodes }: Result): string[] {
  return nodes.map(({ target }) => `${impact ?? 'minor'} ${id}: ${help} — ${target.join(' ')}`);
}
