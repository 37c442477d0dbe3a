// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

import { sampleSchools } from '../envole-box/index.js';
import { openInstallation, type Installation } from './installation.js';
import { STRANGER, type Stack, type StackPlace } from './stack.js';
import { FULL_SPEED, uploadSpeed } from './upload-speed.js';
import { fileLink, type Visitor } from './visitor.js';
import type { CommandAnswer } from './volee-command.js';

const [TILLEULS = '', MOULIN = ''] = sampleSchools.map(({ uai }) => uai);

const VOLCANOES = { name: 'Les volcans.pdf', mimeType: 'application/pdf', buffer: randomBytes(300_000) };
const TIMETABLE = {
  name: 'Emploi du temps d’été.odt',
  mimeType: 'application/vnd.oasis.opendocument.text',
  buffer: randomBytes(2_000),
};

/** One story: each test continues from the state that the previous one left. */
export function mainJob(startStack: (place: StackPlace) => Promise<Stack>): void {
  let installation: Installation;
  let claire: Visitor;
  let ines: Visitor;
  let sophie: Visitor;
  let emma: Visitor;
  let lena: Visitor;
  let mathieu: Visitor;
  let space: string;
  let file: string;
  let schools: CommandAnswer;

  beforeAll(async () => {
    installation = await openInstallation(startStack);
    [claire, ines, sophie, emma, lena, mathieu] = await Promise.all([
      installation.visitor(),
      installation.visitor(),
      installation.visitor(),
      installation.visitor(),
      installation.visitor(),
      installation.visitor(),
    ]);
  }, 60_000);
  afterAll(() => installation?.stop());

  test('a system administrator prepares the host from the command line', async () => {
    expect(await installation.volee('db', 'migrate')).toMatchObject({ code: 0, stderr: '' });
    expect(await installation.volee('sync', 'run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Sync run 1 of "ldap": applied.'),
    });
    expect(await installation.volee('sync', 'run')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Sync run 2 of "ldap": (not read, the directory says )?nothing changed\./),
    });
    expect(await installation.volee('admin', 'grant', 'mathieu.grosjean', '--school', TILLEULS)).toEqual({
      code: 0,
      stdout: `mathieu.grosjean is now head of ${TILLEULS}.\n`,
      stderr: '',
    });
    for (const uai of [TILLEULS, MOULIN]) {
      expect(await installation.volee('brick', 'enable', 'file-share', '--school', uai)).toMatchObject({ code: 0 });
    }
    schools = await installation.volee('school', 'list');
    await installation.serve();
  });

  test('a teacher logs in at the SSO and returns to the requested page', async () => {
    const { page } = claire;
    await claire.logIn('claire.vuillemin', `/s/${TILLEULS}/file-share/own`);

    expect(new URL(page.url()).pathname).toBe(`/s/${TILLEULS}/file-share/own`);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.locator('h1').innerText()).toBe('Fichiers');
    expect(await page.locator('.v-head').innerText()).toContain('Claire Vuillemin');
  });

  test('with JavaScript the upload shows its progress, then the file in the list', async () => {
    const { page } = claire;
    await page.getByRole('link', { name: 'CM1-CM2', exact: true }).click();
    space = new URL(page.url()).pathname;
    const setSpeed = await uploadSpeed(page);
    await setSpeed(250_000);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Déposer', exact: true }).click(),
    ]);
    await chooser.setFiles(VOLCANOES);

    await page.locator('[data-state=sending]:visible').waitFor();
    await page.waitForFunction(() => {
      const bar = document.querySelector('progress');
      return bar !== null && bar.value > 0 && bar.value < 100;
    });
    await page.locator('[data-upload-fold]:visible', { hasText: '1 fichier déposé' }).waitFor();
    await setSpeed(FULL_SPEED);
    await fileLink(page, VOLCANOES.name).waitFor();
    expect(await claire.listed()).toEqual([VOLCANOES.name]);
    const { pathname } = new URL((await fileLink(page, VOLCANOES.name).getAttribute('href')) ?? '', page.url());
    // The name leads to the page that shows the PDF.
    file = pathname.replace('/nodes/', '/files/');
  });

  test('without JavaScript the plain form uploads the file', async () => {
    const plain = await installation.visitor({ javaScriptEnabled: false });
    const { page } = plain;
    await plain.logIn('claire.vuillemin', space);
    await page.getByLabel('Fichiers à déposer').setInputFiles(TIMETABLE);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();

    await page.getByRole('status').getByText('1 fichier déposé').waitFor();
    expect(await plain.listed()).toEqual([TIMETABLE.name, VOLCANOES.name]);
    expect(await plain.download(TIMETABLE.name)).toEqual(TIMETABLE.buffer);
    await page.context().close();
  });

  test('F4 F5: a pupil of the class downloads the same bytes, as an attachment that cannot run', async () => {
    await ines.logIn('ines.renaud');
    await ines.page.locator('main').getByRole('link', { name: 'Ma classe' }).click();

    expect(new URL(ines.page.url()).pathname).toBe(space);
    expect(await ines.page.locator('form[enctype]').count()).toBe(0);
    expect(await ines.download(VOLCANOES.name)).toEqual(VOLCANOES.buffer);
    expect((await ines.fetch(file)).headers()).toMatchObject({
      'content-disposition': 'attachment; filename="Les volcans.pdf"',
      'content-type': 'application/octet-stream',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
  });

  test('the mother of the pupil sees the file', async () => {
    await sophie.logIn('sophie.renaud', space);
    expect(await sophie.listed()).toEqual([TIMETABLE.name, VOLCANOES.name]);
    expect(await sophie.download(VOLCANOES.name)).toEqual(VOLCANOES.buffer);
  });

  test('T1 T8: pupils of another class or school find none of it', async () => {
    await emma.logIn('emma.barbier', space);
    await lena.logIn('lena.dangelo', space);
    for (const pupil of [emma, lena]) {
      expect([await pupil.open(space), await pupil.open(file)]).toEqual([404, 404]);
      expect(await pupil.page.locator('h1').innerText()).toBe('Cette page n’est pas là');
      expect(await pupil.page.locator('main').innerText()).toContain('Repars de l’accueil');
    }
    expect(await emma.open(`/s/${TILLEULS}/file-share/`)).toBe(200);
    expect(new URL(emma.page.url()).pathname).not.toBe(space);
    expect([await lena.open(`/s/${TILLEULS}/file-share/`), await lena.open(`/s/${TILLEULS}/`)]).toEqual([404, 404]);
  });

  test('T9: the head sees how many users have the brick, and switches it off for all from the next request on', async () => {
    const { page } = mathieu;
    await mathieu.logIn('mathieu.grosjean', `/s/${TILLEULS}/file-share/`);
    // The head may read all classes, and sees their own class first.
    expect(await page.locator('.v-tabs [aria-current]').innerText()).toBe('CM2');
    await page.locator('.v-rail').getByRole('link', { name: 'École', exact: true }).click();
    expect(await page.locator('.v-recap').innerText()).toMatch(/Toute l’école.*\s40\sélèves/s);
    await page.getByRole('button', { name: 'Éteindre Fichiers' }).click();
    await page.getByRole('status').getByText('l’outil est éteint').waitFor();

    for (const visitor of [claire, ines, sophie, emma, mathieu]) {
      const statuses = await Promise.all(
        [space, file, `/s/${TILLEULS}/file-share/`, `/s/${TILLEULS}/file-share/own`].map(async (path) =>
          (await visitor.fetch(path)).status(),
        ),
      );
      expect(statuses).toEqual([404, 404, 404, 404]);
    }
    await ines.open(`/s/${TILLEULS}/`);
    expect(await ines.page.getByRole('link', { name: 'Ma classe' }).count()).toBe(0);
    expect(await lena.open(`/s/${MOULIN}/file-share/`)).toBe(200);
  });

  test('after switching the brick on again, all files are there', async () => {
    await mathieu.page.getByRole('button', { name: /^Rallumer pour \d+ personnes$/ }).click();
    await mathieu.page.getByRole('status').getByText('l’outil est allumé').waitFor();

    expect(await ines.open(space)).toBe(200);
    expect(await ines.listed()).toEqual([TIMETABLE.name, VOLCANOES.name]);
    expect(await ines.download(VOLCANOES.name)).toEqual(VOLCANOES.buffer);
  });

  test('two schools in two tabs do not affect each other', async () => {
    const first = claire.page;
    const second = await first.context().newPage();
    await first.goto(`/s/${TILLEULS}/`);
    await second.goto(`/s/${MOULIN}/`);
    const tabs = [
      { page: first, uai: TILLEULS, school: 'École des Tilleuls' },
      { page: second, uai: MOULIN, school: 'École du Moulin' },
    ];
    for (const { page, uai } of tabs) {
      await page.locator('main').getByRole('link', { name: 'Fichiers' }).click();
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/s/${uai}/file-share/`));
    }
    for (const { page, uai, school } of tabs) {
      await page.reload();
      expect(await page.locator('.v-head').innerText()).toContain(school);
      const links = await page
        .locator('main a, .v-rail a, .v-logo')
        .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : '')));
      expect(links.filter((link) => !link.startsWith(`/s/${uai}/`))).toEqual([]);
    }
    await second.close();
  });

  test('C4 C5: a logout at the SSO ends the session here; sessions of other users stay', async () => {
    await installation.stack.leave(ines.page);

    expect((await ines.fetch(space)).status()).toBe(303);
    expect((await sophie.fetch(space)).status()).toBe(200);
  });

  test('a logout here ends the session at the SSO too', async () => {
    const { page } = sophie;
    await sophie.open(space);
    await page.locator('summary', { hasText: 'Sophie Renaud' }).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await installation.stack.comeBack(page);
    await page.getByRole('heading', { name: 'Déconnexion réussie' }).waitFor();

    expect((await sophie.fetch(space)).status()).toBe(303);
    await sophie.logIn('sophie.renaud', space);
    expect(new URL(page.url()).pathname).toBe(space);
  });

  test('C18: a user that no school knows gets an explanation and no session', async () => {
    const stranger = await installation.visitor();
    await stranger.logIn(STRANGER.login, space);

    expect(await stranger.page.locator('h1').innerText()).toBe('Votre compte n’est pas connu ici');
    expect((await stranger.fetch(space)).status()).toBe(303);
  });

  test('L3 L15: a directory that suddenly returns no persons changes nothing, exit code 3', async () => {
    await installation.stack.emptyDirectory();

    const { code, stderr } = await installation.volee('sync', 'run');
    expect(code).toBe(3);
    expect(stderr).toContain('The source ldap named no person at all; there are 138.');
    expect(await installation.volee('school', 'list')).toEqual(schools);
  });

  test('a directory that is down: one sentence, exit code 1, and nothing changes', async () => {
    await installation.stack.stopDirectory();

    const { code, stderr } = await installation.volee('sync', 'run');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^volee: .+\n$/);
    expect(await installation.volee('school', 'list')).toEqual(schools);
  });

  test('C17: while the SSO is down, logged-in users can go on, and new ones get an explanation', async () => {
    const late = await installation.visitor();
    await late.open('/');
    await installation.stack.stopSso();

    expect(await late.open('/cas/callback?ticket=ST-1-given-before-it-went-down')).toBe(503);
    expect(await late.page.locator('h1').innerText()).toBe('Le service de connexion ne répond pas');
    expect(await claire.open(space)).toBe(200);
    expect(await claire.download(VOLCANOES.name)).toEqual(VOLCANOES.buffer);
  });
}
