// SPDX-License-Identifier: EUPL-1.2
import { MailUser } from './mail-user.js';
import { openMailRoom, type MailRoom } from './open-mail-room.js';
import type { RoomOptions } from './open-room.js';
import type { Visitor } from './visitor.js';

/** A Tuesday at 9.40 in Paris. */
const NOW = new Date('2026-11-24T08:40:00Z');
const KEPT = /Gardé à 9\sh\s\d\d/;

/** A reply that a parent types and does not send: each test continues from the state that the previous one left. */
export function keptTexts(options: Pick<RoomOptions, 'startStack'>): void {
  let room: MailRoom;
  let visitor: Visitor;
  let sophie: MailUser;
  let thread = '';

  beforeAll(async () => {
    room = await openMailRoom({ ...options, javaScriptEnabled: true, now: NOW });
    const claire = new MailUser(await room.visitor('claire.vuillemin'));
    await claire.open('/write');
    await claire.tick('Les parents', 'Votre classe, CM1-CM2');
    await claire.type('Le car part à 8 h 30.', 'Sortie au musée');
    await claire.press('Envoyer');
    await room.host.jobs.runDue();
    visitor = await room.visitor('sophie.renaud');
    sophie = new MailUser(visitor);
    await sophie.open('/');
    await sophie.follow('Sortie au musée');
    thread = sophie.page.url();
  }, 60_000);
  afterAll(() => room?.stop());

  const text = (user: MailUser): ReturnType<MailUser['page']['locator']> => user.page.locator('textarea[name=body]');
  const says = (user: MailUser, words: RegExp | string): Promise<void> =>
    user.page.locator('.v-keptline').getByText(words).waitFor();

  /** The network goes once the page has the script of the device. */
  async function cutOff(page: MailUser['page']): Promise<void> {
    await Promise.all([
      page.waitForResponse(/device\.js/).then((script) => script.finished()),
      page.mouse.move(300, 300),
    ]);
    await page.context().setOffline(true);
  }

  async function logOut(page: MailUser['page']): Promise<void> {
    await page.locator('.v-menu summary').last().click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await room.stack.comeBack(page);
    await page.getByRole('heading', { name: 'Déconnexion réussie' }).waitFor();
  }

  async function throwAll(page: MailUser['page']): Promise<void> {
    await page.goto('/textes-gardes');
    const buttons = page.getByRole('button', { name: /^Jeter ce texte/ });
    while ((await buttons.count()) > 0) await buttons.first().click();
  }

  async function isTaken(user: MailUser, words: string): Promise<void> {
    await user.page.locator('.v-keptline-other').waitFor({ state: 'hidden' });
    expect(await text(user).inputValue()).toBe(words);
  }

  test('a reply that was not sent stands on its page again', async () => {
    await sophie.type('Je peux accompagner');
    await says(sophie, KEPT);
    await sophie.page.keyboard.type(' la classe.');
    // The page goes before the next save is due.
    await sophie.open('/');
    await sophie.page.goto(thread);
    await says(sophie, KEPT);
    expect(await text(sophie).inputValue()).toBe('Je peux accompagner la classe.');
  });

  test('it can be thrown away, and comes back with « Annuler »', async () => {
    await sophie.button('Jeter ce texte').click();
    await says(sophie, 'Texte jeté');
    expect(await text(sophie).inputValue()).toBe('');
    await sophie.button('Annuler').click();
    await says(sophie, KEPT);
    await sophie.page.reload();
    await says(sophie, KEPT);
    expect(await text(sophie).inputValue()).toBe('Je peux accompagner la classe.');
  });

  test('without a network the page says that the text is on the device, and keeps it when the network is back', async () => {
    await sophie.page.context().setOffline(true);
    await text(sophie).press('End');
    await sophie.page.keyboard.type(' Merci !');
    await says(sophie, 'Pas de réseau : gardé sur cet appareil');
    await sophie.page.context().setOffline(false);
    await says(sophie, KEPT);
    await sophie.page.reload();
    expect(await text(sophie).inputValue()).toBe('Je peux accompagner la classe. Merci !');
  });

  test('of two tabs the one that is behind overwrites nothing, and each text can be taken', async () => {
    const [late, third] = [await sophie.secondTab(thread), await sophie.secondTab(thread)];
    await text(sophie).fill('Je viens avec Inès.');
    await says(sophie, KEPT);
    await text(late).fill('Un texte d’hier.');
    await says(late, /Un autre texte a été écrit ici à 9/);
    await sophie.page.reload();
    expect(await text(sophie).inputValue()).toBe('Je viens avec Inès.');
    await late.button('Le reprendre').click();
    await isTaken(late, 'Je viens avec Inès.');
    await sophie.button('Le reprendre').click();
    await isTaken(sophie, 'Un texte d’hier.');
    await late.page.close();
    // A third text has no place: the page says so, and again when it is left.
    await text(third).pressSequentially('Encore un.');
    await says(third, 'Pas gardé ici');
    const [warning] = await Promise.all([
      third.page.waitForEvent('dialog'),
      third.page.close({ runBeforeUnload: true }),
    ]);
    expect(warning.type()).toBe('beforeunload');
    const closed = third.page.waitForEvent('close');
    await warning.accept();
    await closed;
    await sophie.page.reload();
    expect(await text(sophie).inputValue()).toBe('Un texte d’hier.');
  });

  test('it is gone once it was sent', async () => {
    await text(sophie).fill('Je peux accompagner.');
    await sophie.press('Envoyer');
    await sophie.page.goto(thread);
    expect(await sophie.read()).toContain('Je peux accompagner.');
    expect(await text(sophie).inputValue()).toBe('');
    expect(await sophie.page.locator('.v-keptline:visible').count()).toBe(0);
  });

  test('the next person at the same computer sees nothing of it', async () => {
    await text(sophie).fill('Ma santé ne va pas bien.');
    await says(sophie, KEPT);
    const { page } = sophie;
    await logOut(page);
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).toBe('[{},{}]');
    await visitor.signIn('elodie.vernier');
    expect(await visitor.open(new URL(thread).pathname)).toBe(404);
    await sophie.open('/');
    await sophie.follow('Sortie au musée');
    expect(await text(sophie).inputValue()).toBe('');
    expect(await page.content()).not.toContain('Ma santé');
  });

  test('a session ends without a network: the text waits on the device, and nobody but its author reads it', async () => {
    const visitor = await room.visitor('sophie.renaud');
    const { page } = visitor;
    const user = new MailUser(visitor);
    const stored = (): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));
    await page.goto(thread);
    await cutOff(page);
    await text(user).fill('Ma santé va mieux.');
    await says(user, 'Pas de réseau : gardé sur cet appareil');
    expect(await stored()).toMatch(/^\{"volee [^" ]{12} [^"]{22}":"\d+ [^"]+"\}$/);
    expect(await stored()).not.toMatch(/santé|body|copies/);
    await page.context().clearCookies();
    await page.context().setOffline(false);
    await says(user, 'Gardé sur cet appareil : reconnectez-vous');

    await visitor.signIn('elodie.vernier');
    await user.open('/');
    await user.follow('Sortie au musée');
    expect(await text(user).inputValue()).toBe('');
    // Their logout deletes what is theirs, and leaves the text of its author.
    await logOut(page);
    expect(await stored()).not.toBe('{}');

    await visitor.signIn('sophie.renaud');
    await page.goto(thread);
    await says(user, KEPT);
    expect(await text(user).inputValue()).toBe('Ma santé va mieux.');
    await page.waitForFunction(() => localStorage.length === 0);

    // The logout of the author deletes it, on a page without its form too.
    await text(user).fill('Encore un mot.');
    await page.context().clearCookies();
    await says(user, 'Gardé sur cet appareil : reconnectez-vous');
    await visitor.signIn('sophie.renaud');
    await page.goto('/accessibility');
    expect(await stored()).not.toBe('{}');
    await logOut(page);
    expect(await stored()).toBe('{}');
  });

  test('a device that was asleep for a day overwrites nothing: its older text is offered beside the newer one', async () => {
    const [asleep, other] = [await room.visitor('sophie.renaud'), await room.visitor('sophie.renaud')];
    const [old, newer] = [new MailUser(asleep), new MailUser(other)];
    // The texts of the tests above.
    await asleep.page.goto('/textes-gardes');
    await asleep.page.getByRole('button', { name: /^Jeter ce texte/ }).click();
    await asleep.page.goto(thread);
    await text(old).fill('Le texte de midi.');
    await says(old, KEPT);
    await asleep.page.route('**/kept', (route) => route.abort());
    await text(old).fill('Le texte de la veille.');
    await says(old, 'Pas de réseau : gardé sur cet appareil');
    await other.page.goto(thread);
    await says(newer, KEPT);
    await text(newer).fill('Le texte du jour.');
    await other.page.waitForFunction(() => localStorage.length === 0);
    await asleep.page.unroute('**/kept');
    await asleep.page.reload();
    await says(old, /Un autre texte a été écrit ici/);
    expect(await text(old).inputValue()).toBe('Le texte du jour.');
    await old.button('Le reprendre').click();
    await isTaken(old, 'Le texte de la veille.');
    expect(await asleep.page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('« Envoyer » without a network, and after the session has ended, leaves the page and the text', async () => {
    const visitor = await room.visitor('sophie.renaud');
    const { page } = visitor;
    const user = new MailUser(visitor);
    const pressSend = (): Promise<unknown> =>
      Promise.all([
        Promise.race([
          page.waitForEvent('requestfailed', (request) => /\/kept$|\/copies\//.test(request.url())),
          page.waitForEvent('requestfinished', (request) => /\/kept$|\/copies\//.test(request.url())),
        ]),
        user.button('Envoyer').click(),
      ]);
    await throwAll(page);
    await page.goto(thread);
    await cutOff(page);
    await text(user).fill('J’apporte un gâteau.');
    await says(user, 'Pas de réseau : gardé sur cet appareil');
    await pressSend();
    expect([page.url(), await text(user).inputValue()]).toEqual([thread, 'J’apporte un gâteau.']);
    await page.context().clearCookies();
    await page.context().setOffline(false);
    await says(user, 'Gardé sur cet appareil : reconnectez-vous');
    await pressSend();
    expect([page.url(), await text(user).inputValue()]).toEqual([thread, 'J’apporte un gâteau.']);

    await page.goto('about:blank');
    await visitor.signIn('sophie.renaud');
    await page.goto(thread);
    await says(user, KEPT);
    expect(await text(user).inputValue()).toBe('J’apporte un gâteau.');
    await user.press('Envoyer');
    await page.goto(thread);
    expect(await user.read()).toContain('J’apporte un gâteau.');
    expect(await text(user).inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('"back" to an older visit shows the newest text, and what was typed before the script ran stands beside it', async () => {
    const parent = new MailUser(await room.visitor('sophie.renaud'));
    const { page } = parent;
    await throwAll(page);
    await page.goto(thread);
    await text(parent).fill('Court.');
    await says(parent, KEPT);
    await parent.open('/');
    await page.goto(thread);
    await text(parent).fill('Court, et toute une page de plus.');
    await says(parent, KEPT);
    await page.waitForFunction(() => localStorage.length === 0);
    await parent.open('/');
    for (let at = 0; at < 3; at += 1) await page.goBack();
    await says(parent, KEPT);
    expect(await text(parent).inputValue()).toBe('Court, et toute une page de plus.');

    const late = await parent.secondTab('about:blank');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await late.page.route('**/kept.js*', async (route) => held.then(() => route.continue()));
    await late.page.goto(thread, { waitUntil: 'commit' });
    await text(late).fill('Oui');
    release();
    await says(late, /Un autre texte a été écrit ici/);
    await late.button('Le reprendre').click();
    await isTaken(late, 'Court, et toute une page de plus.');
  });

  test('a letter of a pupil that was stopped once is not in the next letter after it was sent', async () => {
    const ines = new MailUser(await room.visitor('ines.renaud'));
    await ines.open('/write');
    await ines.type('Mon affiche est prête.');
    await says(ines, KEPT);
    // No recipient is chosen.
    await ines.press('Envoyer');
    expect(await text(ines).inputValue()).toBe('Mon affiche est prête.');
    await ines.page.getByRole('checkbox', { name: 'Claire Vuillemin' }).check();
    await ines.press('Envoyer');
    expect(ines.page.url()).toContain('/copies/');
    await ines.open('/write');
    expect(await text(ines).inputValue()).toBe('');
    expect(await ines.page.locator('[data-kept-state]').count()).toBe(0);
  });

  test('a page that is forgotten after its session has ended asks less and less often', async () => {
    const forgotten = new MailUser(await room.visitor('sophie.renaud'));
    await forgotten.open('/');
    const { page } = forgotten;
    await page.clock.install();
    await page.goto(thread);
    let asked = 0;
    await page.route('**/kept', (route) => {
      asked += 1;
      return route.fulfill({ status: 401, json: {} });
    });
    await text(forgotten).fill('Je reviens.');
    for (let second = 0; second < 120; second += 1) await page.clock.runFor(1000);
    expect(asked).toBeGreaterThan(2);
    expect(asked).toBeLessThan(7);
    await page.unroute('**/kept');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await says(forgotten, /Gardé à/);
  });
}
