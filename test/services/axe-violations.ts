// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { AxeResults, Result } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

/** Rules of WCAG 2.0 to 2.2, levels A and AA, which RGAA 4 follows. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const OPTIONS = JSON.stringify({ runOnly: standards, resultTypes: ['violations'] });

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Runs axe-core in the page as it stands. One line for each faulty element:
 * `serious color-contrast: text has too little contrast — main > p.hint`; an empty list is what a test wants.
 * The page keeps its Content-Security-Policy: the scripts come through the debugging protocol, which it does not hold.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = isFirefox(page) ? await runInFirefox(page) : await runInChromium(page);
  return violations.flatMap(lines);
}

/** Firefox ignores parts of what Playwright asks of a page, without an error. */
export function isFirefox(page: Page): boolean {
  return page.context().browser()?.browserType().name() === 'firefox';
}

async function runInFirefox(page: Page): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource());
  return page.evaluate<AxeResults>(`axe.run(document, ${OPTIONS})`);
}

async function runInChromium(page: Page): Promise<AxeResults> {
  let opened = sessions.get(page);
  if (!opened) {
    opened = openSession(page);
    sessions.set(page, opened);
  }
  const session = await opened;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `loadAxe().run(document, ${OPTIONS})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as AxeResults;
}

/** Puts axe-core within reach of each document of the page. Its 650 kB are sent once, and run where `loadAxe` is called. */
async function openSession(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const axe = await axeSource();
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `globalThis.loadAxe = () => { if (!globalThis.axe) { ${axe} } return globalThis.axe; };`,
    runImmediately: true,
  });
  return session;
}

function axeSource(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

function lines({ id, impact, help, nodes }: Result): string[] {
  return nodes.map(({ target }) => `${impact ?? 'minor'} ${id}: ${help} — ${target.join(' ')}`);
}
