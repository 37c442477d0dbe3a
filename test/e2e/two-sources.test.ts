// SPDX-License-Identifier: EUPL-1.2
import livretBridge from '@volee/livret-bridge';
import ondeImport from '@volee/onde-import';

import { file } from '../a11y/sample-files.js';
import { openSampleInstallation, TILLEULS, type SampleInstallation } from '../a11y/sample-installation.js';
import { handOver, ONDE } from '../a11y/sample-onde.js';
import { ondeFile } from '../envole-box/index.js';
import { describeWith } from '../services/index.js';
import { DriveUser } from './drive-user.js';
import { LivretUser } from './livret-user.js';
import { MailUser } from './mail-user.js';
import { PageUser } from './page-user.js';

const CLASSES = ['CE2', 'CM1-CM2', 'CM2'];

/** ONDE has four pupils of « CM1-CM2 » in the class that is « CM2 » in the directory. */
const ELSEWHERE = ['eva.santos', 'ines.renaud', 'jade.courtot', 'lina.bouhaddi'];
const NAMES = {
  'CM1-CM2': 'CM1-CM2 MME VUILLEMIN',
  CM2: 'CM2 M. GROSJEAN',
  ...Object.fromEntries(ELSEWHERE.map((login) => [login, 'CM2 M. GROSJEAN'])),
};

/** Livrets, files and messages of a school that imports its ONDE file beside its directory (ADR 132). */
describeWith(['chromium'], 'a school of two sources: each class stands once', () => {
  let installation: SampleInstallation;
  let head: LivretUser;
  let drive: DriveUser;
  let mail: MailUser;
  let administrator: PageUser;

  beforeAll(async () => {
    installation = await openSampleInstallation({ bricks: [livretBridge, ondeImport], hasMessages: true });
    const { host, visitor } = installation;
    for (const brick of ['livret-bridge', 'onde-import']) await host.activations.enable(TILLEULS, brick, 'cli');
    await host.administrators.grant('karim.bensaid', null, 'cli');
    const mathieu = await visitor('mathieu.grosjean');
    head = new LivretUser(mathieu, TILLEULS);
    drive = new DriveUser(mathieu, TILLEULS);
    mail = new MailUser(mathieu);
    administrator = new PageUser(await visitor('karim.bensaid'), '/admin/homonyms');
  }, 60_000);
  afterAll(() => installation?.stop());

  /** The classes as the board of livrets, the folders and the groups to write to name them. */
  async function shownClasses(): Promise<Record<'board' | 'folders' | 'groups', string[]>> {
    await head.open('/board');
    const rows = await head.page.locator('main tbody tr').allInnerTexts();
    await drive.open('/');
    const tabs = await drive.page.locator('main nav a').allInnerTexts();
    await mail.open('/write');
    await mail.unfold('Autres classes, niveaux et groupes');
    const fieldsets = await mail.page.locator('main fieldset', { hasText: 'Les élèves' }).allInnerTexts();
    const groups = fieldsets.map((text) => text.replace('Votre classe, ', '')).filter((text) => /^C[EM]\d/.test(text));
    return {
      board: rows.map((row) => `${row.split('\n')[0]?.trim()}: ${/\d+(?=\s(élève|bilan))/.exec(row)?.[0]}`),
      folders: tabs.filter((tab) => /^C[EM]\d/.test(tab)),
      groups: groups
        .map((group) => `${/^[^(\n]*/.exec(group)?.[0].trim()}: ${/Les élèves\s+(\d+)/.exec(group)?.[1]}`)
        .sort(),
    };
  }

  const EACH_ONCE = {
    board: ['CE2: 8', 'CM1-CM2: 24', 'CM2: 8'],
    folders: CLASSES,
    groups: ['CE2: 8', 'CM1-CM2: 24', 'CM2: 8'],
  };

  test('the head imports the file, and the page names the class that the school has and the one to decide about', async () => {
    await drive.open('/');
    await drive.follow(/^CM2$/);
    await drive.put(file('Le cahier du jour.pdf', 2_000));
    expect(await shownClasses()).toEqual(EACH_ONCE);
    await head.page.goto(installation.url + ONDE);
    await handOver(head.page, { name: 'CSVExtraction.csv', mimeType: 'text/csv', buffer: ondeFile(TILLEULS, NAMES) });
    await head.press('Importer');
    const page = await head.read();
    expect(page).toContain('réunies aux siennes CM1-CM2 MME VUILLEMIN (CM1-CM2) 1');
    expect(page).toContain('l’équipe qui tient Volée décide CM2 M. GROSJEAN 1');
  });

  test('an administrator is asked about a class that is a part of two, compares, and joins', async () => {
    await administrator.open('');
    await administrator.follow('Comparer', administrator.page.locator('main table'));
    expect(await administrator.read()).toContain('Élèves en commun : 8, sur 12 dans la première classe');
    await administrator.press('C’est la même classe');
    expect(await administrator.read()).toContain('CM2 M. GROSJEAN et CM2 sont maintenant une seule classe.');
    expect(await shownClasses()).toEqual(EACH_ONCE);
  });

  test('the head opens the period and finds CM2 whole, and the folder of the class has its file', async () => {
    await head.open('/board');
    await head.press(/^Ouvrir pour les 3 classes/);
    expect((await shownClasses()).board).toEqual(EACH_ONCE.board);
    await head.open('/');
    await head.follow('Ouvrir la grille');
    expect(await head.page.locator('.livret-bridge-grid tbody th a').count()).toBe(8);
    await drive.open('/');
    await drive.follow(/^CM2$/);
    expect(await drive.listed()).toEqual(['Le cahier du jour.pdf']);
  });

  test('the administrator parts the two classes, and nothing of the class goes', async () => {
    await administrator.open('/classes?q=Grosjean');
    await administrator.follow('Comparer', administrator.page.locator('main table'));
    await administrator.press('Séparer ces deux classes');
    const { board, folders } = await shownClasses();
    expect(board).toEqual(expect.arrayContaining(EACH_ONCE.board));
    expect(folders).toEqual(expect.arrayContaining(CLASSES));
    await drive.open('/');
    await drive.follow(/^CM2$/);
    expect(await drive.listed()).toEqual(['Le cahier du jour.pdf']);
  });
});
