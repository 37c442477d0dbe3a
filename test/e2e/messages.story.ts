// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

import { tabTo } from '../a11y/keyboard.js';
import { lettersOnDevice } from './letters-on-device.js';
import { MAIL, MailUser } from './mail-user.js';
import { openMailRoom, type MailRoom } from './open-mail-room.js';
import type { RoomOptions } from './open-room.js';
import { testInChromium } from './test-in-chromium.js';

/** A Tuesday at 9.40 in Paris. */
const NOW = new Date('2026-11-24T08:40:00Z');
const PLAN = { name: 'Plan du musée.pdf', mimeType: 'application/pdf', buffer: randomBytes(40_000) };
const WHY_PAUSED = 'Des messages méchants ont circulé. On en parle en classe.';

/** One story: each test continues from the state that the previous one left. */
export function messages(options: Pick<RoomOptions, 'startStack' | 'javaScriptEnabled' | 'launch'>): void {
  const { javaScriptEnabled: hasScript } = options;
  const inChromium = testInChromium(options, 'it types nothing again into a page that must not be stored');
  let room: MailRoom;
  let ines: MailUser;
  let tom: MailUser;
  let claire: MailUser;
  let sophie: MailUser;
  let elodie: MailUser;
  let mathieu: MailUser;

  beforeAll(async () => {
    room = await openMailRoom({ ...options, now: NOW });
    const enter = async (login: string): Promise<MailUser> => new MailUser(await room.visitor(login));
    [ines, tom, claire, sophie, elodie, mathieu] = await Promise.all([
      enter('ines.renaud'),
      enter('tom.jacquot'),
      enter('claire.vuillemin'),
      enter('sophie.renaud'),
      enter('elodie.vernier'),
      enter('mathieu.grosjean'),
    ]);
  }, 60_000);
  afterAll(() => room?.stop());

  const deliver = (): Promise<unknown> => room.host.jobs.runDue();

  /** Waits until an open page shows these words by itself. Without script, the person loads the page anew. */
  async function appears({ page }: MailUser, words: string): Promise<void> {
    if (!hasScript) await page.reload();
    await page.locator('main').getByText(words).first().waitFor();
  }

  test('a pupil writes to a classmate: it waits, the teacher accepts, and it appears in the open window', async () => {
    await Promise.all([tom.open('/'), claire.open('/'), ines.open('/')]);
    expect(await tom.read()).toContain('Rien de nouveau pour l’instant.');
    await ines.follow('Écrire');
    await ines.page.getByRole('checkbox', { name: 'Tom', exact: true }).check();
    await ines.type('Tu viens jouer aux billes à la récré ?');
    await ines.press(hasScript ? 'Le donner à Claire Vuillemin' : 'Envoyer');
    expect(await ines.read()).toMatch(/Ton message attend.*Claire Vuillemin/);
    await deliver();
    await tom.page.reload();
    expect(await tom.read()).toContain('Rien de nouveau pour l’instant.');

    await appears(claire, 'Tu viens jouer aux billes');
    await claire.press('Accepter');
    await deliver();
    await appears(tom, 'Inès t’a écrit.');
    await appears(ines, 'Ton message est arrivé');
    await tom.follow('Lire');
    expect(await tom.read()).toContain('Tu viens jouer aux billes à la récré ?');
  });

  test('a circular with a file: two answers that the other families do not see, and how many have read it', async () => {
    await claire.follow('Écrire');
    await claire.tick('Les parents', 'Votre classe, CM1-CM2');
    await claire.type('Le car part à 8 h 30.', 'Sortie au musée');
    await claire.press('Joindre un fichier');
    await claire.page.locator('input[type=file]').setInputFiles(PLAN);
    await claire.press('Joindre');
    await claire.page.getByText(PLAN.name).first().waitFor();
    if (await claire.button('Joindre').count()) await claire.follow('Revenir au message');
    expect(await claire.page.getByLabel('Objet').inputValue()).toBe('Sortie au musée');
    await claire.press('Envoyer');
    // The job that delivers has not run yet.
    expect(await claire.read()).not.toContain('Partira plus tard');
    await deliver();

    for (const [family, answer] of [
      [sophie, 'Je peux accompagner la classe.'],
      [elodie, 'Noé aura sa trousse.'],
    ] as const) {
      await family.open('/');
      await family.follow('Sortie au musée');
      expect(await family.read()).not.toMatch(/accompagner|Noé aura/);
      await family.reply(answer);
      expect(await family.read()).toContain(answer);
    }
    expect(await elodie.download(PLAN.name)).toEqual(PLAN.buffer);
    await deliver();
    for (const family of [sophie, elodie]) await family.page.reload();
    expect(await sophie.read()).not.toContain('Noé aura');
    expect(await elodie.read()).not.toContain('accompagner');

    await claire.open('/');
    await claire.follow('Sortie au musée');
    expect(await claire.read()).toMatch(/Je peux accompagner.*Noé aura sa trousse/);
    expect(await claire.read()).toMatch(/Lu par 2 parents sur \d\d/);
  });

  test('a draft in two tabs: the second is told, and both texts are kept', async () => {
    await sophie.open('/write');
    await sophie.type('Premier jet', 'Le goûter');
    await sophie.press('Garder en brouillon');
    const draft = sophie.page.url();
    const other = await sophie.secondTab(draft);
    await sophie.type('Des clémentines pour tous');
    await sophie.press('Garder en brouillon');
    await other.type('Un gâteau au yaourt');
    await other.press('Garder en brouillon');

    expect(await other.read()).toMatch(/Ce brouillon existe deux fois.*Des clémentines pour tous/);
    expect(await other.page.locator('textarea[name=body]').inputValue()).toBe('Un gâteau au yaourt');
    await other.open('/boxes/drafts');
    expect(await other.read()).toMatch(/Un gâteau au yaourt.*Des clémentines|Des clémentines.*Un gâteau au yaourt/);
    await other.page.close();
  });

  test('a message is taken back from those that have not read it', async () => {
    await claire.open('/write');
    await claire.tick('La direction', 'L’école');
    await claire.search('sophie', 'Sophie Renaud');
    await claire.type('La clé est sous le pot de fleurs.', 'La clé');
    await claire.press('Envoyer');
    await deliver();
    await sophie.open('/');
    await sophie.follow('La clé');
    await claire.open('/boxes/sent');
    await claire.follow('La clé');
    await claire.unfold('Annuler l’envoi');
    await claire.press('Annuler l’envoi maintenant');

    await mathieu.open('/');
    expect(await mathieu.read()).not.toContain('La clé');
    await sophie.page.reload();
    expect(await sophie.read()).toContain('La clé est sous le pot de fleurs.');
  });

  test('a pupil reports a message: it is gone for them, and the head reads it alone', async () => {
    await tom.open('/?door=read');
    await tom.follow('Inès');
    await tom.unfold('Ce message te gêne ?');
    await tom.page.getByRole('radio', { name: 'Il est méchant' }).check();
    await tom.press('Le dire à la direction');
    expect(await tom.read()).toContain('C’est dit à la direction');
    await tom.open('/?door=read');
    expect(await tom.read()).not.toContain('billes');

    await mathieu.open('/reports');
    await mathieu.follow('Inès Renaud');
    expect(await mathieu.read()).toContain('Tu viens jouer aux billes à la récré ?');
    expect(await mathieu.read()).toContain('Il est méchant');
  });

  test('with the keyboard alone, a pupil opens the three doors: read, write, answer', async () => {
    await claire.open('/write');
    await claire.search('ines', 'Inès Renaud');
    await claire.type('Apporte ta pierre de lave.', 'Ton exposé');
    await claire.press('Envoyer');
    await deliver();
    await ines.open('/');
    await ines.enterBy('Lire');
    expect(await ines.read()).toContain('Apporte ta pierre de lave.');
    await ines.enterBy('Tes messages');
    await ines.enterBy('Écrire');
    await tabTo(ines.page, 'Claire Vuillemin');
    await ines.page.keyboard.press('Space');
    await ines.typeBy('Mon affiche est prête.');
    await ines.enterBy('Envoyer');
    expect(await ines.read()).toContain('Claire Vuillemin le recevra dans un instant.');
    await ines.enterBy('Tes messages');
    expect(await ines.read()).toContain('Il part tout de suite.');
    await ines.enterBy('Répondre');
    await ines.enterBy('Claire Vuillemin');
    await ines.typeBy('Oui maîtresse !');
    await ines.enterBy('Envoyer');
    await deliver();
    await claire.open('/');
    expect(await claire.read()).toMatch(/Oui maîtresse !.*Mon affiche|Mon affiche.*Oui maîtresse !/);
  });

  test('X2: from the click of the head on, no page, form, program or job lets a pupil send, until the head lifts it', async () => {
    const toTom = 'On s’assoit ensemble à la cantine ?';
    await ines.open('/write');
    await ines.page.getByRole('checkbox', { name: 'Tom', exact: true }).check();
    await ines.type(toTom);
    await ines.press(/^(Le donner à|Envoyer)/);
    await ines.open('/?door=read');
    await ines.follow('Claire Vuillemin');
    const thread = new URL(ines.page.url()).pathname;
    await ines.open('/write?to=adults');
    await ines.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    await ines.type('Mon texte reste là.');
    await mathieu.open('/rules');
    const day = mathieu.page.locator('[name=untilDay]');
    for (const [choice, isSeen] of [
      ['Un autre jour', true],
      ['Je dirai quand', false],
    ] as const) {
      await mathieu.page.getByRole('radio', { name: choice }).check();
      expect(await day.isVisible()).toBe(isSeen);
    }
    await mathieu.page.getByLabel('Pourquoi (chacun le lira)').fill(WHY_PAUSED);
    await mathieu.press('Mettre ces messages en pause');

    await ines.press('Envoyer');
    expect(await ines.read()).toContain(WHY_PAUSED);
    expect(await ines.page.locator('textarea[name=body]').inputValue()).toBe('Mon texte reste là.');
    const to = await room.personId('claire.vuillemin');
    const form = { toPerson: to, subject: 'x', body: 'Envoyé quand même', do: 'send' };
    expect(await ines.send('/write', form)).toBe(400);
    expect(await ines.send(thread.replace(MAIL, '') + '/reply', form)).toBe(400);
    expect(await room.sendByProgram('ines.renaud', `${MAIL}/write`, form)).toBe(400);
    await claire.open('/reviews');
    await claire.press('Accepter');
    await deliver();
    await tom.open('/');
    expect(await tom.read()).toContain(WHY_PAUSED);
    await tom.open('/?door=read');
    expect(await tom.read()).not.toContain('cantine');
    await claire.open('/');
    expect(await claire.read()).not.toContain('Envoyé quand même');

    await mathieu.open('/rules/pause');
    await mathieu.press(/^Mettre fin à la pause/);
    await deliver();
    await tom.open('/?door=read');
    expect(await tom.read()).toContain('cantine');
    await ines.open('/write?to=adults');
    await ines.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    await ines.type('Après la pause');
    await ines.press('Envoyer');
    await deliver();
    await claire.open('/');
    expect(await claire.read()).toContain('Après la pause');
  });

  test('a parent writes at 8 p.m. and reads when it will arrive, and then it arrives', async () => {
    room.clock.set('2026-11-24T19:00:00Z');
    await sophie.open('/write');
    expect(await sophie.read()).toMatch(/Claire Vuillemin.*Mathieu Grosjean.*Brigitte Maillard.*Inès Renaud/);
    await sophie.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    await sophie.type('Inès a de la fièvre.', 'Absence');
    if (hasScript) await sophie.button('Envoyer demain à 7 h').waitFor();
    await sophie.press(/^Envoyer/);
    expect(await sophie.read()).toMatch(/Le message arrivera demain à 7 h.*Partira plus tard/);
    await deliver();
    await claire.open('/');
    expect(await claire.read()).not.toContain('Absence');

    room.clock.set('2026-11-25T06:00:00Z');
    await deliver();
    await claire.open('/');
    expect(await claire.read()).toContain('Absence');
    await sophie.open('/boxes/sent');
    expect(await sophie.read()).not.toContain('Partira plus tard');
  });

  inChromium(
    'P18 "back" brings what was typed, but into no newer version of a letter, and to no other person',
    async () => {
      room.clock.set('2026-11-25T09:00:00Z');
      const visitor = await room.visitor('ines.renaud');
      const child = new MailUser(visitor);
      const { page } = child;
      const body = page.locator('textarea[name=body]');
      const goBack = async (): Promise<string> => {
        await page.goBack();
        return body.inputValue();
      };
      await child.open('/');
      await child.follow('Écrire');
      for (const text of ['Un', 'Un deux', 'Un deux trois']) {
        await child.type(text);
        await child.press('Le garder pour plus tard');
      }
      expect([await goBack(), await goBack()]).toEqual(['Un deux trois', 'Un deux trois']);
      await child.type('Un deux trois quatre');
      await child.follow('Tes messages');
      expect(await goBack()).toBe('Un deux trois quatre');
      await child.press('Le garder pour plus tard');

      await child.open('/write');
      await child.type('Un secret d’Inès');
      const entries = (): Promise<number> => page.evaluate(() => history.length);
      const letter = await entries();
      await page.context().clearCookies();
      await visitor.logIn('tom.jacquot');
      // The pages of the SSO lead on by themselves.
      const loaded = page.waitForEvent('load');
      await page.evaluate((steps) => history.go(steps), letter - (await entries()));
      await loaded;
      expect(new URL(page.url()).pathname).toBe(`${MAIL}/write`);
      await page.getByText('Tom Jacquot').first().waitFor();
      expect(await body.inputValue()).toBe('');
      await page.context().close();
    },
  );

  if (hasScript) lettersOnDevice(() => room);

  test('P16 without a network for a moment, no button of a letter takes its text away', async () => {
    const child = new MailUser(await room.visitor('ines.renaud'));
    const adult = new MailUser(await room.visitor('sophie.renaud'));

    /** Presses a button without a network, and goes back from the error page of the browser. @returns the text */
    async function pressOffline(user: MailUser, name: string | RegExp): Promise<string> {
      const { page } = user;
      // Chromium learns of typed text from the process of the page, which may be busy until after "back". This makes sure that Chromium
      // knows it before the click.
      if (!hasScript) await page.evaluate(() => history.replaceState(history.state, ''));
      await page.context().setOffline(true);
      const failed = hasScript ? page.waitForEvent('requestfailed') : page.waitForEvent('framenavigated');
      await user.button(name).click();
      await failed;
      if (hasScript) await page.getByText('Pas de réseau').waitFor();
      await page.context().setOffline(false);
      if (!hasScript) await page.goBack();
      return page.locator('textarea[name=body]').inputValue();
    }

    /** Presses a button while the network accepts requests and brings no answers, until the page gives up. */
    async function pressUnanswered(user: MailUser, name: string): Promise<void> {
      const { page } = user;
      await page.evaluate(() => {
        AbortSignal.timeout = (): AbortSignal => {
          const limit = new AbortController();
          addEventListener('over', () => limit.abort());
          return limit.signal;
        };
      });
      await page.route(`**${MAIL}/**`, () => undefined);
      await user.button(name).click();
      await page.getByText('Enregistrement').waitFor();
      await page.evaluate(() => dispatchEvent(new Event('over')));
      await page.getByText('Pas de réseau').waitFor();
      await page.unroute(`**${MAIL}/**`);
    }

    await child.open('/');
    await child.open('/write');
    await child.type('Une longue lettre');
    expect(await pressOffline(child, 'Le garder pour plus tard')).toBe('Une longue lettre');
    await child.press('Le garder pour plus tard');
    await child.type('Une longue lettre, et la suite');
    expect(await pressOffline(child, 'Le garder pour plus tard')).toBe('Une longue lettre, et la suite');
    await child.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    expect(await pressOffline(child, /^Envoyer/)).toBe('Une longue lettre, et la suite');
    // Pupils share computers.
    expect(await child.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    if (!hasScript) await child.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    await child.press(/^Envoyer/);
    await child.open('/boxes/sent');
    expect(await child.read()).toContain('Une longue lettre, et la suite');

    await adult.open('/');
    await adult.open('/write');
    await adult.type('Le car part à 8 h 30.', 'Sortie');
    expect(await pressOffline(adult, 'Garder en brouillon')).toBe('Le car part à 8 h 30.');
    if (hasScript) await pressUnanswered(adult, 'Garder en brouillon');
    if (hasScript) {
      // A session that has ended is told, and the page stays with its text.
      const cookies = await adult.page.context().cookies();
      await adult.page.context().clearCookies();
      await adult.button('Garder en brouillon').click();
      await adult.page.getByText('connectez-vous dans un autre onglet').waitFor();
      expect(await adult.page.locator('textarea[name=body]').inputValue()).toBe('Le car part à 8 h 30.');
      await adult.page.context().addCookies(cookies);
    }
    await adult.press('Garder en brouillon');
    await adult.open('/boxes/drafts');
    expect(await adult.read()).toContain('Sortie');
    await Promise.all([child.page.context().close(), adult.page.context().close()]);
  });
}
