// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';

import { TILLEULS } from '../a11y/sample-host.js';
import { PageUser } from './page-user.js';
import type { Visitor } from './visitor.js';

export const MAIL = `/s/${TILLEULS}/messaging`;

/** The actions of a person on the pages of messages. */
export class MailUser extends PageUser {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    super(visitor, MAIL);
    this.#visitor = visitor;
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

  /** Ticks a part of a group, such as « Les parents » of a class. */
  async tick(part: string, group: string): Promise<void> {
    await this.page.getByRole('group', { name: group }).getByRole('checkbox', { name: part }).check();
  }

  /** Searches for a recipient by a beginning of their name, and adds them. */
  async search(beginning: string, name: string): Promise<void> {
    await this.page.locator('#write-to').fill(beginning);
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

  /** Downloads a file of the open message. */
  async download(name: string): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await this.page.locator('main').getByRole('link', { name }).click();
    return readFile(await (await download).path());
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
