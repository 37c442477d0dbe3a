// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from 'playwright-core';

import { tabTo } from '../a11y/keyboard.js';
import type { Visitor } from './visitor.js';

/** The actions of a person on the pages of one brick. */
export class PageUser {
  readonly page: Page;
  readonly #open: Visitor['open'];
  readonly #base: string;

  /** @param base the address of the brick, such as `/s/0399001X/messaging` */
  constructor({ page, open }: Pick<Visitor, 'page' | 'open'>, base: string) {
    this.page = page;
    this.#open = open;
    this.#base = base;
  }

  /** Opens a page of the brick. @returns the status */
  open(path: string): Promise<number> {
    return this.#open(this.#base + path);
  }

  button(name: string | RegExp): Locator {
    return this.page.locator('main').getByRole('button', { name, exact: true });
  }

  /**
   * Clicks a button, and waits for the page to which it leads.
   * @param within the part of the page that has the button
   */
  async press(name: string | RegExp, within = this.page.locator('main')): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await within.getByRole('button', { name, exact: true }).first().click();
    await loaded;
  }

  /**
   * Follows a link of the page, by words in it.
   * @param within the part of the page that has the link
   */
  async follow(words: string | RegExp, within = this.page.locator('main')): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await within.getByRole('link', { name: words }).first().click();
    await loaded;
  }

  /** The words of the page, without no-break spaces. */
  async read(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /** Opens a fold by its words. */
  async unfold(words: string): Promise<void> {
    await this.page.locator('main summary', { hasText: words }).first().click();
  }

  /** Reaches a link or a button with the Tab key, presses Enter, and waits for the page to which it leads. */
  async enterBy(name: string): Promise<void> {
    await tabTo(this.page, name);
    const loaded = this.page.waitForEvent('load');
    await this.page.keyboard.press('Enter');
    await loaded;
  }
}
