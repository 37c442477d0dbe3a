// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import type { Visitor } from '../e2e/visitor.js';
import { transferredBytes } from '../services/index.js';
import type { SamplePage } from './every-page-list.js';
import { fillEveryPage, type EveryPage } from './fill-every-page.js';
import { pageFaults } from './page-faults.js';
import { textsAwayAndBack } from './texts-away-and-back.js';

/** Size limit of a page on a first visit, fonts and style sheets included. */
const MOST_BYTES = 90_000;

/** The installation of `fillEveryPage` for the tests of one group, and the browsers of its users. */
export class EveryPageTour {
  readonly #weights = new Map<string, number>();
  readonly #visitors = new Map<string, Visitor>();
  #made: EveryPage | undefined;

  constructor() {
    beforeAll(async () => void (this.#made = await fillEveryPage()), 60_000);
    afterAll(async () => {
      await this.#made?.installation.stop();
      const lines = [...this.#weights].map(([name, bytes]) => `${(bytes / 1000).toFixed(1).padStart(6)} kB  ${name}`);
      if (lines.length > 0) process.stdout.write(`\nFirst visit, cold cache:\n${lines.join('\n')}\n`);
    });
  }

  get made(): EveryPage {
    if (!this.#made) throw new Error('The installation is not open yet.');
    return this.#made;
  }

  /** One browser per user, and one without cookies for visitors without a login: a new one costs as much as a page. */
  async visitorFor(login = ''): Promise<Visitor> {
    const visitor = this.#visitors.get(login) ?? (await this.made.installation.visitor(login || undefined));
    this.#visitors.set(login, visitor);
    if (login === '') await visitor.page.context().clearCookies();
    return visitor;
  }

  /** Opens a page, and expects its status, no faults and few bytes. */
  async lookAt({ name, login, status, path, before }: SamplePage): Promise<void> {
    const { installation } = this.made;
    const visitor = await this.visitorFor(login);
    const { page } = visitor;
    await before?.(visitor, this.made);
    // Stops requests of the previous page, which must not be counted.
    await page.goto('about:blank');
    const complaints = watchConsole(page);
    let faults: string[] = [];
    const address = installation.url + (typeof path === 'string' ? path : path(this.made));
    const bytes = await transferredBytes(page, address, async () => {
      faults = await pageFaults(page);
    });
    installation.cas.failWith(undefined);
    this.#weights.set(name, bytes);
    if (status === 200) faults.push(...(await textsAwayAndBack(page)));

    expect(await statusOf(page)).toBe(status);
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(bytes).toBeLessThan(MOST_BYTES);
  }
}

/** The status with which the page was answered. */
export function statusOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return navigation instanceof PerformanceNavigationTiming ? navigation.responseStatus : 0;
  });
}

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
