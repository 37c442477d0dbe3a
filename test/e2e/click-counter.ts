// SPDX-License-Identifier: EUPL-1.2
import type { Locator, Page } from 'playwright-core';

import type { ChosenFile, Visitor, VisitorOptions } from './visitor.js';

/** The ways in which a person acts on pages. */
export const WAYS = ['mouse', 'keyboard', 'phone'] as const;
export type Way = (typeof WAYS)[number];

/** The browser of a person who acts in this way. */
export function browserFor(way: Way): VisitorOptions {
  if (way !== 'phone') return { viewport: { width: 1280, height: 800 } };
  return { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
}

/** More tab stops than any page has before the ones that matter. */
const MOST_STOPS = 150;

/** Acts on pages with a mouse, with keys or with a finger, and counts the clicks. Typing and the Tab key are not counted. */
export class ClickCounter {
  readonly page: Page;
  readonly #way: Way;
  readonly #home: string;
  #count = 0;

  /** @param home the address of the portal */
  constructor({ page }: Pick<Visitor, 'page'>, { way, home }: { readonly way: Way; readonly home: string }) {
    this.page = page;
    this.#way = way;
    this.#home = home;
  }

  /** Opens the portal, and does an act from there. @returns the number of clicks */
  async count(act: () => Promise<void>): Promise<number> {
    await this.page.goto(this.#home);
    this.#count = 0;
    await act();
    return this.#count;
  }

  link(name: string | RegExp): Locator {
    return this.page.locator('main').getByRole('link', { name }).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.locator('main').getByRole('button', { name }).first();
  }

  /** The label of a field for files, or the field itself, which has the focus of the keyboard. */
  fileField(label: string): Locator {
    const main = this.page.locator('main');
    return this.#way === 'keyboard'
      ? main.getByLabel(label).first()
      : main.locator('label', { hasText: label }).first();
  }

  async click(target: Locator): Promise<void> {
    this.#count += 1;
    if (this.#way === 'mouse') return target.click();
    if (this.#way === 'phone') return target.tap();
    await this.#reach(target);
    const isField = await target.evaluate((element) => element instanceof HTMLInputElement && element.type !== 'file');
    await this.page.keyboard.press(isField ? 'Space' : 'Enter');
  }

  /** Clicks, and waits for the page to which that leads. */
  async go(target: Locator): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.click(target);
    await loaded;
  }

  /** Clicks what opens the dialog for files, and chooses a file there. */
  async choose(opener: Locator, file: ChosenFile): Promise<void> {
    // The browser must wait for the dialog before the click opens it.
    const chooser = this.page.waitForEvent('filechooser');
    await this.click(opener);
    await (await chooser).setFiles([file]);
  }

  async #reach(target: Locator): Promise<void> {
    await this.page.waitForLoadState();
    const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await hasFocus()) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key does not lead to ${String(target)}`);
  }
}
