// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';

import { tabTo } from '../a11y/keyboard.js';
import { PageUser } from './page-user.js';
import type { Stack } from './stack.js';
import type { Visitor } from './visitor.js';

/** The actions of a person on the pages of livrets of one school. */
export class LivretUser extends PageUser {
  readonly #visitor: Visitor;
  readonly #uai: string;

  constructor(visitor: Visitor, uai: string) {
    super(visitor, `/s/${uai}/livret-bridge`);
    this.#visitor = visitor;
    this.#uai = uai;
  }

  /** The same browser, at another school. */
  at(uai: string): LivretUser {
    return new LivretUser(this.#visitor, uai);
  }

  /** Another tab of the same browser, with the same page. The browser tells neither what the other stores, as a busy one. */
  async besides(): Promise<LivretUser> {
    const context = this.page.context();
    await context.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation()));
    const page = await context.newPage();
    await Promise.all([this.page.reload(), page.goto(this.page.url())]);
    return new LivretUser({ ...this.#visitor, page }, this.#uai);
  }

  /** The path of the page, below that of the brick. */
  get path(): string {
    return new URL(this.page.url()).pathname.replace(/^.*\/livret-bridge/, '');
  }

  row(pupil: string): Locator {
    return this.page.locator('.livret-bridge-grid tr', { has: this.page.getByRole('link', { name: pupil }) });
  }

  cells(pupil: string): Locator {
    return this.row(pupil).locator('input[aria-labelledby]');
  }

  /** The positions of a pupil in the grid as the page shows them, one character each, `.` for an empty cell. */
  async positions(pupil: string): Promise<string> {
    return this.cells(pupil).evaluateAll((inputs) =>
      inputs.map((input) => (input instanceof HTMLInputElement && input.value) || '.').join(''),
    );
  }

  /** Types positions from the cell with the focus on, with the right arrow after each. */
  async typePositions(positions: string): Promise<void> {
    for (const key of positions) {
      await this.page.keyboard.press(key);
      await this.page.keyboard.press('ArrowRight');
    }
  }

  /** Waits until the bar above the page says this about saving. */
  async saving(words: RegExp): Promise<void> {
    await this.page.locator('[data-save-status]').filter({ hasText: words }).waitFor();
  }

  /** Waits until all that was typed is saved: the bar may still tell when an earlier cell was. */
  async saved(): Promise<void> {
    await this.page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('volee ')));
    await this.saving(/^Gardé à/);
  }

  /** Reaches a cell of the grid by the keyboard: the next empty one, and from there down to the row of a pupil. */
  async goToCells(pupil: string): Promise<void> {
    await tabTo(this.page, 'Case vide suivante');
    await this.page.keyboard.press('Enter');
    const focused = this.cells(pupil).and(this.page.locator(':focus'));
    for (let row = 0; (await focused.count()) === 0; row += 1) {
      if (row === 40) throw new Error(`the arrows do not lead to the row of ${pupil}`);
      await this.page.keyboard.press('ArrowDown');
    }
  }

  /** Goes on to a page on which the SSO asks for the password again, and types it there. */
  async proveAgain(stack: Pick<Stack, 'enter'>, login: string): Promise<void> {
    const { origin } = new URL(this.page.url());
    await stack.enter(this.page, login);
    await this.page.waitForURL((url) => url.origin !== origin);
    await this.page.waitForLoadState();
  }
}
