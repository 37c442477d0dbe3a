// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';

import type { Locator, Page } from 'playwright-core';

import { tabTo } from '../a11y/keyboard.js';
import { TILLEULS } from '../a11y/sample-host.js';
import type { Visitor } from './visitor.js';

export const MAIL = `/s/${TILLEULS}/messaging`;

/** The actions of a person on the pages of messages. */
export class MailUser {
  readonly page: Page;
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
    this.page = visitor.page;
  }

  /** Opens a page of the brick. @returns the status */
  open(path: string): Promise<number> {
    return this.#visitor.open(MAIL + path);
  }

  button(name: string | RegExp): Locator {
    return this.page.locator('main').getByRole('button', { name, exact: true });
  }

  /** Clicks a button, and waits for the page to which it leads. */
  async press(name: string | RegExp): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.button(name).first().click();
    await loaded;
  }

  /** Follows a link of the page, by words in it. */
  async follow(words: string | RegExp): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.page.locator('main').getByRole('link', { name: words }).first().click();
    await loaded;
  }

  /** The words of the page, without no-break spaces. */
  async read(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /** Fills in the text, and the subject where there is one. */
  async type(body: string, subject?: string): Promise<void> {
    if (subject !== undefined) await this.page.getByLabel('Objet').fill(subject);
    await this.page.locator('textarea[name=body]').fill(body);
  }

  /** Adds a recipient that the page offers. */
  async choose(name: string): Promise<void> {
    await this.button(new RegExp(`^(\\S\\S )?${name}`))
      .first()
      .click();
    await this.page.getByRole('list', { name: 'Choisis' }).getByText(name).waitFor();
  }

  /** Searches for a recipient by a beginning of their name, and adds them. */
  async search(beginning: string, name: string): Promise<void> {
    await this.page.getByLabel('À qui ?', { exact: true }).fill(beginning);
    await this.page.keyboard.press('Enter');
    await this.choose(name);
  }

  /** The same person, in another tab of their browser. */
  async secondTab(url: string): Promise<MailUser> {
    const page = await this.page.context().newPage();
    await page.goto(url);
    return new MailUser({ ...this.#visitor, page, open: async (path) => (await page.goto(path))?.status() ?? 0 });
  }

  /** Answers the open message, as an adult. */
  async reply(body: string): Promise<void> {
    await this.type(body);
    await this.press('Envoyer');
  }

  /** Opens a fold by its words. */
  async unfold(words: string): Promise<void> {
    await this.page.locator('main summary', { hasText: words }).first().click();
  }

  /** Downloads a file of the open message. */
  async download(name: string): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await this.page.locator('main').getByRole('link', { name }).click();
    return readFile(await (await download).path());
  }

  /** Reaches a link or a button with the Tab key, presses Enter, and waits for the page to which it leads. */
  async enterBy(name: string): Promise<void> {
    await tabTo(this.page, name);
    const loaded = this.page.waitForEvent('load');
    await this.page.keyboard.press('Enter');
    await loaded;
  }

  /** Reaches the text with the Tab key, and types there. */
  async typeBy(body: string): Promise<void> {
    const text = this.page.locator('textarea[name=body]:focus');
    while ((await text.count()) === 0) await this.page.keyboard.press('Tab');
    await this.page.keyboard.type(body);
  }

  /** Sends a form with the cookies of this browser, whatever its pages offer. @returns the status */
  async send(path: string, form: Record<string, string>): Promise<number> {
    const { origin } = new URL(this.page.url());
    const answer = await this.page.context().request.post(MAIL + path, { form, headers: { origin }, maxRedirects: 0 });
    return answer.status();
  }
}
