// SPDX-License-Identifier: EUPL-1.2
import { TILLEULS, TROIS_RIVIERES } from '../a11y/sample-host.js';
import { beginningOfLastYear, LivretSteps, readNewYear } from '../envole-box/index.js';
import { describeWith, launchWebkit, type WebkitBrowser } from '../services/index.js';
import type { WebdriverPage } from '../services/webdriver-page.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { openMailRoom, type MailRoom } from './open-mail-room.js';

/** A Tuesday at 9.40 in Paris. */
const NOW = new Date('2026-11-24T08:40:00Z');
const CLASS = { uai: TILLEULS, className: 'CM1-CM2', teacher: 'claire.vuillemin', period: 1 };

describeWith(['chromium', 'webkit'], 'a day in WebKit, the engine of Safari', () => {
  let room: MailRoom;
  let webkit: WebkitBrowser;
  let page: WebdriverPage;

  beforeAll(async () => {
    const now = beginningOfLastYear(NOW);
    room = await openMailRoom({ startStack: startEmbeddedStack, javaScriptEnabled: true, now }, { hasLivret: true });
    room.clock.set(NOW);
    await readNewYear(room.host);
    await room.host.jobs.runDue();
    const livrets = new LivretSteps(room.host, room.url);
    await room.host.activations.enable(TROIS_RIVIERES, 'file-share', 'cli');
    await livrets.openPeriod(TILLEULS, 'mathieu.grosjean', 1);
    await livrets.write(CLASS, { term: 4 });
    webkit = await launchWebkit();
    ({ page } = webkit);
  }, 300_000);
  afterAll(async () => {
    await webkit?.stop();
    await room?.stop();
  });

  /** Runs the jobs that are due. One that met a request of a page is tried again later, and the clock of the room moves only when set. */
  async function runJobs(): Promise<void> {
    while ((await room.host.jobs.runDue()).some(({ state }) => state === 'waiting')) room.clock.advance(60_000);
  }

  const open = (path: string): Promise<void> => page.goto(`${room.url}/s/${TILLEULS}${path}`);

  async function enter(login: string): Promise<void> {
    // No page of the former person sends anything meanwhile: each request without a session may begin one.
    await page.goto(`${room.url}/assets/core/shell.js`);
    await page.clearCookies();
    await page.goto(room.url);
    await page.evaluate((value) => {
      document.querySelector('summary')?.closest('details')?.setAttribute('open', '');
      document.querySelector<HTMLButtonElement>(`button[value="${value}"]`)?.click();
    }, login);
    const firstName = login.slice(0, login.indexOf('.'));
    await page.says(`Bonjour ${firstName.charAt(0).toUpperCase()}${firstName.slice(1)}`);
  }

  test('a teacher logs in; after a click into a menu, Tab leads on to the log-out button (WCAG 2.2 §2.1.2)', async () => {
    await enter('claire.vuillemin');
    await page.click('.v-menu-end > summary');
    const stops: string[] = [];
    for (let presses = 0; presses < 4; presses += 1) {
      await page.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.textContent.trim() ?? ''));
    }
    expect(stops).toContain('Se déconnecter');
  });

  test.each(['/', '/messaging/write', '/file-share/works', '/livret-bridge/'])(
    'Tab leaves each summary of %s that was clicked',
    async (path) => {
      await open(path);
      const count = await page.evaluate(() => document.querySelectorAll('summary').length);
      for (let index = 0; index < count; index += 1) {
        const isSeen = await page.evaluate((at) => {
          for (const mark of document.querySelectorAll('[data-clicked]')) mark.removeAttribute('data-clicked');
          const summary = document.querySelectorAll('summary')[at];
          summary?.setAttribute('data-clicked', '');
          return (summary?.getClientRects().length ?? 0) > 0;
        }, index);
        if (!isSeen) continue;
        await page.click('[data-clicked]');
        await page.press('Tab');
        await page.press('Tab');
        const focus = await page.evaluate(() => document.activeElement?.hasAttribute('data-clicked') ?? false);
        expect({ path, index, focus }).toEqual({ path, index, focus: false });
      }
    },
  );

  test('the teacher writes to the families, and a parent reads and answers with a file', async () => {
    await open('/messaging/write');
    await page.click('label', 'Les parents');
    await page.type('[name=subject]', 'La sortie');
    await page.type('textarea[name=body]', 'Le car part à 8 h 30.');
    await page.click('main button', 'Envoyer');
    await page.says('Le message est envoyé');
    await runJobs();

    await enter('sophie.renaud');
    await open('/messaging/');
    await page.click('main a', 'La sortie');
    await page.says('Le car part à 8 h 30.');
    await page.type('textarea[name=body]', 'Je peux accompagner.');
    await page.says('Gardé à');
    await page.attach('[data-reply-files]', 'Autorisation.pdf');
    await page.says('Autorisation.pdf');
    expect(await page.value('textarea[name=body]')).toBe('Je peux accompagner.');
    await page.click('main button', 'Envoyer');
    await page.says('Le message est envoyé');
    await page.says('Je peux accompagner.');
    await runJobs();
  });

  test('a pupil writes to a classmate, and the teacher accepts', async () => {
    await enter('jade.courtot');
    await open('/messaging/write');
    await page.click('label', 'Tom');
    await page.type('textarea[name=body]', 'Tu viens jouer aux billes ?');
    await page.click('main button', 'Le donner à');
    await page.says('Ton message attend');

    await enter('claire.vuillemin');
    await open('/messaging/');
    await page.click('main a', 'La sortie');
    await page.says('Autorisation.pdf');
    await open('/messaging/reviews');
    await page.says('Tu viens jouer aux billes');
    await page.click('main button', 'Accepter');
    await page.says('Le message est accepté.');
  });

  test('the teacher puts a file into the class', async () => {
    await open('/file-share/');
    await page.attach('[data-upload-form] input[type=file]', 'Le plan.pdf', 'La carte.pdf');
    await page.says('Le plan.pdf');
    await page.says('La carte.pdf');
  });

  test('the teacher hands out a work with a file, from a day on behind its choice; a pupil hands a photo in', async () => {
    await page.goto(`${room.url}/s/${TILLEULS}/`);
    await page.click('main a', 'Donner un travail');
    await page.type('[name=title]', 'Les volcans');
    await page.attach('[data-work-form] input[type=file]', 'Le texte.pdf');
    expect(await page.shows('[name=visibleOn]')).toBe(false);
    await page.click('label', 'À partir du');
    expect(await page.shows('[name=visibleOn]')).toBe(true);
    await page.click('label', 'Tout de suite');
    await page.click('main button', 'Donner aux');
    await page.says('Le travail est donné');
    await page.says('Le texte.pdf');

    await enter('jade.courtot');
    await page.says('Les volcans');
    await page.click('main a', 'Les volcans');
    await page.says('Le texte.pdf');
    await page.says('Prendre une photo');
    await page.attach('[data-part-files] input[type=file]', 'Ma page.png');
    await page.says('1 fichier bien arrivé');
    await page.click('main button', 'Rendre');
    await page.says('C’est rendu');
  });

  test('the teacher types a position into the grid, and it is kept', async () => {
    await enter('claire.vuillemin');
    await open('/livret-bridge/');
    await page.click('main a', 'Ouvrir la grille');
    await page.type('.livret-bridge-grid input', '2');
    await page.says('Gardé à');
    const before = (await page.url()).href;
    await page.goto(before);
    expect(await page.value('.livret-bridge-grid input')).toBe('2');
  });

  test('the teacher signs, and the head endorses, publishes and puts the messages of pupils into a pause', async () => {
    await page.click('main a', 'Signer les bilans');
    await page.click('main button', 'Marquer prêts');
    await page.click('main button', 'Signer les');
    await page.says('La direction les reçoit');

    await enter('mathieu.grosjean');
    await open('/livret-bridge/board');
    await page.click('main button', 'Viser les');
    await page.says('visés');
    await page.click('main a', 'Choisir quand publier');
    await page.click('main a', 'Publier maintenant');
    await page.click('main button', 'Publier maintenant');
    await page.says('Annuler');
    room.clock.advance(10 * 60_000);
    await runJobs();

    await open('/messaging/rules');
    await page.type('[name=reason]', 'On en parle en classe.');
    await page.click('main button', 'Mettre ces messages en pause');
    await page.says('La pause vaut dès maintenant.');
  });

  test('a parent confirms a bilan, and finds the works of their children in one list', async () => {
    await enter('sophie.renaud');
    await open('/livret-bridge/');
    await page.click('main a', 'Lire');
    await page.click('main button', 'J’ai lu le bilan');
    await page.says('Merci : l’école sait que vous avez lu le bilan.');
    await page.goto(`${room.url}/enfants/file-share`);
    await page.says('Les volcans');
  });

  test('the parent logs out with the keyboard, and “back” shows nothing of theirs', async () => {
    await open('/messaging/');
    await page.click('.v-menu-end > summary');
    await page.press('Tab');
    await page.press('Tab');
    await page.press('Enter');
    await page.says('Déconnexion réussie');
    await page.back();
    await page.back();
    expect(await page.text()).not.toContain('La sortie');
  });
});
