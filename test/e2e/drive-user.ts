// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';

import { tabTo } from '../a11y/keyboard.js';
import { PageUser } from './page-user.js';
import { fileLink, type ChosenFile, type Visitor } from './visitor.js';

/** The actions of a person with the folders and works of one school. */
export class DriveUser extends PageUser {
  readonly download: Visitor['download'];
  readonly listed: Visitor['listed'];

  constructor(visitor: Visitor, uai: string) {
    super(visitor, `/s/${uai}/file-share`);
    this.download = (name) => visitor.download(name);
    this.listed = () => visitor.listed();
  }

  /** The address of the page, below that of the brick. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname.replace(/^.*\/file-share/, '') + search;
  }

  /** Puts files into the folder of the page, with or without its script. */
  async put(...files: readonly ChosenFile[]): Promise<void> {
    await this.page.locator('[data-upload-form] input[type=file]').setInputFiles([...files]);
    for (const { name } of files) await fileLink(this.page, name).waitFor();
  }

  async makeFolder(name: string): Promise<void> {
    await this.unfold('Nouveau dossier');
    await this.page.getByLabel('Nom du dossier').fill(name);
    await this.press('Créer le dossier');
  }

  /** Ticks lines of a list by the keyboard, from the top of the page down. */
  async tickByKeys(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await tabTo(this.page, name);
      await this.page.keyboard.press('Space');
      await this.page.getByRole('checkbox', { name, checked: true }).waitFor();
    }
  }

  /** Reaches a field by the keyboard, and types. */
  async typeInto(label: string, text: string): Promise<void> {
    await tabTo(this.page, label);
    await this.page.keyboard.type(text);
  }

  /** Reaches a field for files by the keyboard, opens it, and chooses. */
  async chooseByKeys(label: string, ...files: readonly ChosenFile[]): Promise<void> {
    // The browser must wait for the dialog before the key opens it.
    const chooser = this.page.waitForEvent('filechooser');
    await tabTo(this.page, label);
    await this.page.keyboard.press('Enter');
    await (await chooser).setFiles([...files]);
  }

  /** Saves what a link or button of the page sends. */
  async save(words: string | RegExp): Promise<{ readonly name: string; readonly path: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.locator('main').getByRole('link', { name: words }).first().click(),
    ]);
    return { name: download.suggestedFilename(), path: await download.path() };
  }

  async bytesOf(words: string | RegExp): Promise<Buffer> {
    return readFile((await this.save(words)).path);
  }
}
