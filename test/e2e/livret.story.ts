// SPDX-License-Identifier: EUPL-1.2
import { TILLEULS, TROIS_RIVIERES } from '../a11y/sample-host.js';
import { beginningOfLastYear, readNewYear } from '../envole-box/index.js';
import { LivretUser } from './livret-user.js';
import { openRoom, type Room, type RoomOptions } from './open-room.js';
import { readYearAfter } from './read-year-after.js';

const NOW = new Date('2026-11-24T08:40:00Z');
const JULES = 'Jules Renaud';
/** Positions for all lines of CM2, with each value once at least. */
const POSITIONS = '3323N4332313233';
const GENERAL = 'Jules a bien travaillé ce trimestre, et ses efforts en calcul se voient.';

/** The story of livrets, from an empty grid in CM2 to the teachers of 6e. Each test continues from the state that the previous one left. */
export function livret(options: Pick<RoomOptions, 'startStack' | 'launch'>): void {
  let room: Room;
  let claire: LivretUser;
  let mathieu: LivretUser;
  let sophie: LivretUser;
  let elodie: LivretUser;
  let jules: LivretUser;
  let karim: LivretUser;
  let stephane: LivretUser;
  let fanny: LivretUser;
  let bilan: string;
  let positions: string;
  let handed: string;

  const enter = async (login: string, uai = TILLEULS): Promise<LivretUser> =>
    new LivretUser(await room.visitor(login), uai);

  beforeAll(async () => {
    room = await openRoom({ ...options, javaScriptEnabled: true, now: beginningOfLastYear(NOW) }, { hasLivret: true });
    room.clock.set('2025-11-24T08:40:00Z');
    [claire, mathieu, sophie, elodie, jules, karim] = await Promise.all([
      enter('claire.vuillemin'),
      enter('mathieu.grosjean'),
      enter('sophie.renaud'),
      enter('elodie.vernier'),
      enter('jules.renaud'),
      enter('karim.bensaid', TROIS_RIVIERES),
    ]);
  }, 120_000);
  afterAll(() => room?.stop());

  test('the head opens the first term, and the teacher finds an empty grid', async () => {
    await mathieu.open('/board');
    await mathieu.press(/^Ouvrir pour la classe/);
    expect(await mathieu.read()).toContain('C’est ouvert : 23 bilans à remplir, 1er trimestre.');
    await claire.open('/');
    await claire.follow('Ouvrir la grille');
    expect(await claire.positions(JULES)).toBe('.'.repeat(POSITIONS.length));
    expect(await claire.read()).toContain('Rien n’est encore rempli.');
    await claire.saving(/^Tout est gardé$/);
  });

  test('positions are typed with the keyboard alone; the network goes while typing, and nothing is lost', async () => {
    const { page } = claire;
    await claire.goToCells(JULES);
    await claire.typePositions('332');
    await claire.saved();
    expect(await claire.read()).toMatch(/ 3 cases sur \d+\./);
    await page.context().setOffline(true);
    await claire.typePositions(POSITIONS.slice(3));
    await claire.saving(/^Pas de réseau\s: 12 cases gardées sur cet appareil$/);
    expect(await claire.positions(JULES)).toBe(POSITIONS);
    // The tab is closed, and opened again when the network is back.
    const { href } = new URL(page.url());
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto(href);
    await claire.saved();
    await page.reload();
    expect(await claire.positions(JULES)).toBe(POSITIONS);
  });

  test('two browsers on one cell: both values are shown, and one is chosen', async () => {
    const atHome = await enter('claire.vuillemin');
    await atHome.open(claire.path);
    await atHome.goToCells(JULES);
    await atHome.page.keyboard.press('1');
    await atHome.saved();
    await claire.goToCells(JULES);
    await claire.page.keyboard.press('4');
    await claire.saving(/^1 case attend votre choix$/);
    const choice = claire.page.getByRole('alert');
    expect(await choice.innerText()).toMatch(
      /Jules Renaud\s: deux choix.*Claire Vuillemin a mis 1 .* Vous avez mis 4/s,
    );
    expect(await choice.getByRole('button').allInnerTexts()).toEqual(['Garder 1', 'Mettre 4']);
    await choice.getByRole('button', { name: 'Mettre 4' }).click();
    await claire.saved();
    await atHome.page.reload();
    positions = `4${POSITIONS.slice(1)}`;
    expect(await atHome.positions(JULES)).toBe(positions);
    await atHome.page.context().close();
  });

  test('two tabs that write in one cell without a network lose neither value, and one choice answers for both', async () => {
    const tabs = [claire, await claire.besides()] as const;
    const [, other] = tabs;
    await claire.page.context().setOffline(true);
    for (const [tab, key] of [
      [claire, '2'],
      [other, '1'],
    ] as const) {
      await tab.cells(JULES).first().focus();
      await tab.page.keyboard.press(key);
      await tab.saving(/^Pas de réseau/);
    }
    await claire.page.context().setOffline(false);
    for (const tab of tabs) {
      await tab.saving(/^1 case attend votre choix$/);
      const buttons = await tab.page.getByRole('alert').getByRole('button').allInnerTexts();
      expect(buttons.map((words) => words.slice(-1)).sort()).toEqual(['1', '2']);
    }
    await claire.page.getByRole('alert').getByRole('button', { name: '2' }).click();
    const chosen = `2${POSITIONS.slice(1)}`;
    for (const tab of tabs) {
      await tab.saved();
      await tab.page.getByRole('alert').waitFor({ state: 'detached' });
      expect(await tab.positions(JULES)).toBe(chosen);
    }
    await other.page.close();
    await claire.cells(JULES).first().focus();
    await claire.page.keyboard.press('4');
    await claire.saved();
    await claire.page.reload();
    expect(await claire.positions(JULES)).toBe(positions);
  });

  test('the page of one bilan: a text with its count, a phrase with the first name, and it is ready', async () => {
    const { page } = claire;
    await claire.follow(JULES);
    bilan = claire.path;
    // Positions are filled in already: the page begins with the only thing that is left.
    const general = page.locator('textarea[name=general]');
    const list = page.getByRole('navigation', { name: 'Les parties du bilan' });
    expect(await list.getByRole('link', { name: 'Appréciation générale' }).innerText()).toContain('À écrire');
    expect(await page.locator('#left').innerText()).toBe('Il reste 1 chose');
    expect(await claire.button('Le bilan est prêt').getAttribute('aria-disabled')).toBe('true');
    const count = page.locator('[data-cell=general] [data-count]');
    await general.fill('é'.repeat(1501));
    expect(await count.innerText()).toBe('1501');
    await page.getByRole('alert').getByText('Ce texte a 1501 signes').waitFor();
    await general.fill(GENERAL);
    expect(await count.innerText()).toBe(String(GENERAL.length));
    await page.getByRole('searchbox', { name: 'Chercher une phrase' }).fill('àide');
    expect(await page.locator('[data-bank] button:visible').count()).toBe(1);
    await page.locator('[data-bank] button', { hasText: 'aide les autres' }).click();
    expect(await list.getByRole('link', { name: 'Appréciation générale' }).innerText()).toContain('C’est écrit');
    await claire.saved();
    await claire.follow('La page de Jules');
    await page.getByLabel('Un mot pour Jules').fill('Bravo pour tes efforts, Jules !');
    await claire.saved();
    // The first element of a domain, without any to tick.
    await claire.follow('Langue vivante');
    await page.getByLabel('Autre élément').fill('Se présenter');
    await page.keyboard.press('Enter');
    await claire.saved();
    await page.reload();
    expect(await page.getByRole('checkbox', { name: 'Se présenter' }).isChecked()).toBe(true);
    await claire.press('Le bilan est prêt');
    expect(await claire.read()).toMatch(/Le bilan est prêt à signer\..*Ce qui a été travaillé.*C’est facultatif/);
    await claire.follow('Appréciation générale');
    expect(await general.inputValue()).toBe(`${GENERAL} Jules aide les autres et prend sa place dans la classe.`);
  });

  test('the password is asked for again before the signature, and afterwards nothing changes any more', async () => {
    room.clock.advance(31 * 60_000);
    await room.stack.passTime(31 * 60);
    await claire.follow('Signer les bilans prêts');
    await claire.proveAgain(room.stack, 'claire.vuillemin');
    expect(await claire.read()).toMatch(/Signer 1 bilan .*C’est bien vous\..*Jules a bien travaillé/);
    await claire.enterBy('Signer le bilan');
    expect(await claire.read()).toContain('Le bilan est signé. La direction le reçoit.');
    await claire.open(bilan);
    expect(await claire.page.locator('main textarea').count()).toBe(0);
  });

  test('the head endorses, publishes, takes it back within ten minutes, and publishes again; only then the family reads, and never another one', async () => {
    await mathieu.open('/board');
    await mathieu.enterBy('Viser le bilan');
    expect(await mathieu.read()).toContain('Le bilan est visé.');
    for (const person of [sophie, jules, elodie]) {
      await person.open('/');
      expect(await person.open(bilan)).toBe(404);
    }
    await mathieu.follow('Choisir quand publier');
    await mathieu.page.getByLabel('Jour', { exact: true }).fill('2025-12-11');
    await mathieu.page.getByRole('button', { name: 'Publier le 11 décembre à 18 h' }).waitFor();
    await mathieu.follow('Publier maintenant à 1 famille');
    expect(await mathieu.read()).toMatch(/1 bilan .*1 famille .*Dix minutes pour annuler/);
    await mathieu.enterBy('Publier maintenant à 1 famille');
    expect(await mathieu.read()).toMatch(/1 bilan s’ouvre à la famille à .*Annuler/);
    room.clock.advance(9 * 60_000);
    await mathieu.press('Annuler');
    expect(await mathieu.read()).toContain('Les familles ne voient rien.');
    room.clock.advance(2 * 60_000);
    await room.host.jobs.runDue();
    for (const person of [sophie, jules, elodie]) expect(await person.open(bilan)).toBe(404);

    await mathieu.open('/board');
    await mathieu.follow('Choisir quand publier');
    await mathieu.follow('Publier maintenant à 1 famille');
    await mathieu.press('Publier maintenant à 1 famille');
    room.clock.advance(10 * 60_000);
    await room.host.jobs.runDue();
    await mathieu.open('/board');
    expect(await mathieu.read()).toMatch(/Publié le .*dix minutes après/);
    expect(await Promise.all([sophie, jules, elodie].map((person) => person.open(bilan)))).toEqual([200, 200, 404]);
  });

  test('the guardian reads and confirms, the pupil reads as « tu », and the teacher sees it', async () => {
    await sophie.open('/');
    await sophie.follow('Lire');
    expect(await sophie.read()).toContain(GENERAL);
    await sophie.enterBy('J’ai lu le bilan');
    expect(await sophie.read()).toContain('Merci : l’école sait que vous avez lu le bilan.');
    await jules.open('/');
    await jules.follow('1er trimestre');
    expect(await jules.read()).toMatch(/Bravo Jules !.*Tes points forts.*Bravo pour tes efforts, Jules !/);
    await claire.open(bilan);
    expect(await claire.read()).toMatch(/Sophie Renaud a confirmé le/);
  });

  test('in June the head hands over, and the head of the collège accepts', async () => {
    room.clock.set('2026-06-22T08:15:00Z');
    await mathieu.open('/hand-over');
    const { page } = mathieu;
    for (const tick of await page.getByRole('checkbox', { checked: true }).all()) await tick.uncheck();
    await page.getByRole('checkbox', { name: JULES }).check();
    await page.getByLabel('Leur collège').first().selectOption({ label: 'Collège des Trois-Rivières' });
    await mathieu.press(/^Choisir/);
    await mathieu.follow(/^Proposer/);
    await mathieu.press(/^Proposer/);
    expect(await mathieu.read()).toContain('1 livret proposé au collège.');

    room.clock.set('2026-06-23T09:05:00Z');
    await karim.open('/arrivals');
    expect(await karim.read()).toContain('1 livret proposé');
    const tick = karim.page.getByRole('checkbox', { name: JULES });
    await tick.uncheck();
    await karim.page.getByRole('button', { name: 'Répondre' }).waitFor();
    await karim.page.getByLabel('Motif', { exact: true }).selectOption('elsewhere');
    await karim.page.getByRole('button', { name: 'Refuser 1 livret' }).waitFor();
    await tick.check();
    expect(await karim.read()).not.toContain(GENERAL);
    await karim.enterBy('Accepter 1 livret');
    expect(await karim.read()).toContain(`1 accepté ${JULES}`);
    await karim.enterBy('Accepter 1 livret');
    expect(await karim.read()).toContain(`1 livret accepté : ${JULES}.`);
    await mathieu.open('/hand-over');
    expect(await mathieu.read()).toContain('Accepté le 23 juin.');
  });

  test('in September the teacher of 6e reads, and the family sees it; nobody else does', async () => {
    room.clock.set('2026-09-01T07:00:00Z');
    await readNewYear(room.host);
    await room.host.jobs.runDue();
    [stephane, fanny] = await Promise.all([
      enter('stephane.racine', TROIS_RIVIERES),
      enter('fanny.coulon', TROIS_RIVIERES),
    ]);
    await stephane.open('/');
    await stephane.follow(/6e A/);
    expect(await stephane.read()).toMatch(/6e A\s: où en étaient-ils en CM2\s\? .*1 livret arrivé/);
    await stephane.follow(JULES);
    handed = stephane.path;
    expect(await stephane.read()).toContain(GENERAL);

    const atCollege = [sophie, jules, elodie, claire, mathieu].map((person) => person.at(TROIS_RIVIERES));
    for (const person of [...atCollege, fanny]) await person.open('/');
    const answers = [...atCollege, fanny].map((person) => person.open(handed));
    expect(await Promise.all(answers)).toEqual([200, 200, 404, 404, 404, 404]);
    expect(await atCollege[0]?.read()).toMatch(/Qui l’a lu.*Stéphane Racine.*1er septembre/);
  });

  test('a school year later the same teacher does not read it any more, and the family does', async () => {
    room.clock.set('2027-09-01T07:00:00Z');
    await readYearAfter(room.host);
    await room.host.jobs.runDue();
    await stephane.open('/');
    expect(await stephane.read()).toContain('Aucun livret n’est encore arrivé');
    const readers = [sophie.at(TROIS_RIVIERES), karim];
    for (const person of readers) await person.open('/');
    expect(await stephane.open(handed)).toBe(404);
    expect(await Promise.all(readers.map((person) => person.open(handed)))).toEqual([200, 200]);
  });
}
