// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';

import { fileLink } from '../e2e/visitor.js';
import { focusOf, tabTo } from './keyboard.js';
import { noteBoard } from './note-board.js';
import { file } from './sample-files.js';
import {
  MOULIN,
  openSampleInstallation,
  TILLEULS,
  type SampleInstallation,
  type SampleInstallationOptions,
} from './sample-installation.js';

const poem = file('Poésie.odt', 900);

/** The main job with the keyboard alone: each test continues from the state that the previous one left. */
export function keyboard(options: Pick<SampleInstallationOptions, 'launch'>): void {
  let installation: SampleInstallation;
  let page: Page;

  beforeAll(async () => {
    installation = await openSampleInstallation({ ...options, bricks: [noteBoard] });
    await installation.host.activations.enable(TILLEULS, 'note-board', 'cli');
    ({ page } = await installation.visitor());
  }, 60_000);
  afterAll(() => installation?.stop());

  async function press(name: string, key = 'Enter'): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press(key);
  }

  test('a teacher logs in; the first stop leads past the shell', async () => {
    await page.goto('/');
    await press('Claire Vuillemin');
    await page.waitForURL(`**/s/${TILLEULS}/`);

    await page.keyboard.press('Tab');
    expect((await focusOf(page)).name).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
  });

  test('the teacher adds a file, and the focus is kept', async () => {
    await press('Fichiers');
    await page.waitForURL('**/file-share/groups/*');
    const chooser = page.waitForEvent('filechooser');
    await press('Déposer');
    await (await chooser).setFiles(poem);
    await fileLink(page, poem.name).waitFor();

    expect((await focusOf(page)).name).toBe('Déposer');
  });

  test('the teacher downloads the file, ticks it and puts it into the trash', async () => {
    const download = page.waitForEvent('download');
    await tabTo(page, 'Poésie');
    await press('Poésie');
    expect(await readFile(await (await download).path())).toEqual(poem.buffer);

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await press('Corbeille');
    await page.getByRole('status').getByText('est dans la corbeille').waitFor();
  });

  test('a page that changes by itself: one stream for two tabs, and what somebody types stays', async () => {
    const board = `${installation.url}/s/${TILLEULS}/note-board/`;
    const context = page.context();
    const streams: string[] = [];
    context.on('request', (request) => {
      if (new URL(request.url()).pathname === '/live') streams.push(request.url());
    });
    const write = async (note: string): Promise<void> => {
      const headers = { origin: installation.url };
      const answer = await context.request.post(board, { form: { note }, headers, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
    };
    await page.goto(board);
    const other = await context.newPage();
    await other.goto(board);
    await write('Sortie lundi');
    for (const tab of [page, other]) await tab.getByText('Sortie lundi').waitFor();
    await page.getByRole('link', { name: 'Tableau' }).getByText('1', { exact: false }).waitFor();
    expect(streams).toHaveLength(1);

    await tabTo(other, 'Note');
    await other.keyboard.type('Moi aus');
    await write('Piscine mardi');
    for (const tab of [page, other]) await tab.getByText('Notes\u00a0: 2').waitFor();
    await page.getByText('Piscine mardi').waitFor();
    await other.keyboard.type('si');
    expect(await other.getByLabel('Note').inputValue()).toBe('Moi aussi');
    expect(await other.getByText('Piscine mardi').count()).toBe(0);
    await other.getByLabel('Note').fill('');
    await other.keyboard.press('Tab');
    await other.getByText('Piscine mardi').waitFor();
    expect((await focusOf(other)).name).toBe('Écrire');

    // The tab with the stream goes elsewhere, and the other one takes over.
    await page.goto('/account');
    await write('Cantine jeudi');
    await other.getByText('Cantine jeudi').waitFor();

    // This simulates the login of another person on this computer: text that somebody typed stays hidden until they come back.
    const ofAnother = (): Promise<unknown> =>
      other.route(board, async (route) => {
        if (route.request().headers()['x-volee-background'] === undefined) return route.continue();
        const response = await route.fetch();
        const body = (await response.text()).replace(/(name="live-reader" content=")\w+/, '$1other');
        return route.fulfill({ response, body: body.replace('Cantine jeudi', 'De quelqu’un d’autre') });
      });
    const note = other.getByLabel('Note');
    await note.fill('Un secret');
    await ofAnother();
    await write('Cinéma');
    await other.getByText('Claire Vuillemin a écrit quelque chose ici').waitFor();
    expect(await note.isVisible()).toBe(false);
    // An answer may be on its way through the route.
    await other.unrouteAll({ behavior: 'wait' });
    await write('Théâtre');
    await note.waitFor();
    expect([await note.inputValue(), await other.getByText('a écrit quelque chose ici').count()]).toEqual([
      'Un secret',
      0,
    ]);

    // A tab without typed text loads its page anew, and shows no part of the other person's.
    await note.fill('');
    await ofAnother();
    const shown: string[] = [];
    const loaded = other.waitForEvent('load').then(async () => shown.push(await other.content()));
    await write('Vélo vendredi');
    await loaded;
    await other.getByText('Vélo vendredi').waitFor();
    expect(shown.join()).not.toContain('De quelqu’un d’autre');
    await other.unrouteAll({ behavior: 'ignoreErrors' });
    await other.close();
    await page.goto(`/s/${TILLEULS}/file-share/`);
  });

  test('a menu opens, Escape closes it and gives the focus back; another school is two stops away', async () => {
    await press('École des Tilleuls');
    await tabTo(page, 'École du Moulin');
    await page.keyboard.press('Escape');
    expect((await focusOf(page)).name).toContain('École des Tilleuls');
    expect(await page.getByRole('link', { name: 'École du Moulin' }).isVisible()).toBe(false);

    await page.keyboard.press('Enter');
    await press('École du Moulin');
    await page.waitForURL(`**/s/${MOULIN}/`);
  });

  test('the teacher chooses the dark colours with the arrow keys', async () => {
    await press('Claire Vuillemin');
    await press('Profil et réglages');
    await page.waitForURL('**/account');
    await tabTo(page, 'Comme l’appareil');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await press('Garder ces réglages');
    await page.getByRole('status').getByText('Vos réglages sont gardés').waitFor();

    expect(await page.locator('html').getAttribute('data-bs-theme')).toBe('dark');
  });

  test('the teacher logs out, and the head logs in and switches the brick off', async () => {
    await press('Claire Vuillemin');
    await press('Se déconnecter');
    await page.getByRole('heading', { name: 'Déconnexion réussie' }).waitFor();
    await press('Se connecter');
    await page.waitForURL(`${installation.cas.url}/**`);
    await press('Mathieu Grosjean');
    await page.waitForURL(`**/s/${TILLEULS}/`);
    await press('École');
    await page.waitForURL('**/bricks');
    await press('Éteindre Fichiers');
    await page.getByRole('status').getByText('l’outil est éteint').waitFor();
  });
}
