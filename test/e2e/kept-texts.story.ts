// SPDX-License-Identifier: EUPL-1.2
import { MailUser } from './mail-user.js';
import { openMailRoom, type MailRoom } from './open-mail-room.js';
import type { RoomOptions } from './open-room.js';
import { testInChromium } from './test-in-chromium.js';
import type { Visitor } from './visitor.js';

/** A Tuesday at 9.40 in Paris. */
const NOW = new Date('2026-11-24T08:40:00Z');
const KEPT = /Gardé à 9\sh\s\d\d/;

/** A reply that a parent types and does not send: each test continues from the state that the previous one left. */
export function keptTexts(options: Pick<RoomOptions, 'startStack' | 'launch'>): void {
  const inChromium = testInChromium(options, 'it does not break off the requests of a page');
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
    await page.bringToFront();
    await page.mouse.move(300, 300);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/core/device.js')),
    );
    await page.context().setOffline(true);
  }

  async function logOut(page: MailUser['page']): Promise<void> {
    await page.locator('.v-menu summary').last().click();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await room.stack.comeBack(page);
    await page.getByRole('heading', { name: 'Déconnexion réussie' }).waitFor();
  }

  /** Types before the script of the page has come. */
  async function typeEarly({ page }: MailUser, words: string): Promise<void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/kept.js*', async (route) => held.then(() => route.continue()));
    await page.goto(thread, { waitUntil: 'commit' });
    await page.locator('textarea[name=body]').fill(words);
    release();
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
    await cutOff(sophie.page);
    await text(sophie).press('End');
    await sophie.page.keyboard.type(' Merci !');
    await says(sophie, 'Pas de réseau : gardé sur cet appareil');
    await sophie.page.context().setOffline(false);
    await says(sophie, KEPT);
    await sophie.page.reload();
    expect(await text(sophie).inputValue()).toBe('Je peux accompagner la classe. Merci !');
  });

  test('of two tabs the text that was written last is shown, and each text can be taken', async () => {
    const [late, third] = [await sophie.secondTab(thread), await sophie.secondTab(thread)];
    await Promise.all([sophie.page.waitForResponse('**/kept'), text(sophie).fill('Je viens avec Inès.')]);
    room.clock.advance(60_000);
    await text(late).fill('Un texte de plus.');
    await says(late, /Un autre texte a été écrit ici à 9/);
    await sophie.page.reload();
    await says(sophie, /Un autre texte a été écrit ici à 9/);
    expect(await text(sophie).inputValue()).toBe('Un texte de plus.');
    await late.button('Le reprendre').click();
    await isTaken(late, 'Je viens avec Inès.');
    await sophie.button('Le reprendre').click();
    await isTaken(sophie, 'Je viens avec Inès.');
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
    expect(await text(sophie).inputValue()).toBe('Je viens avec Inès.');
  });

  test('it is gone once it was sent, and the third text comes back from the device', async () => {
    await text(sophie).fill('Je peux accompagner.');
    await sophie.press('Envoyer');
    // Until the server has the text of the device, the page may load anew by itself.
    await says(sophie, KEPT);
    await sophie.page.goto(thread);
    // The page before may have gone while it saved the text of the device: this one tries again once somebody is at it.
    await sophie.page.mouse.move(300, 300);
    expect(await sophie.read()).toContain('Je peux accompagner.');
    await says(sophie, KEPT);
    expect(await text(sophie).inputValue()).toContain('Encore un.');
    await sophie.button('Jeter ce texte').click();
    await says(sophie, 'Texte jeté');
    await sophie.page.reload();
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

  inChromium(
    'a device that was asleep for a day overwrites nothing: its older text is offered beside the newer one',
    async () => {
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
      const saved = other.page.waitForResponse((response) => response.url().endsWith('/kept') && response.ok());
      await text(newer).fill('Le texte du jour.');
      await saved;
      await asleep.page.unroute('**/kept');
      await asleep.page.reload();
      await says(old, /Un autre texte a été écrit ici/);
      expect(await text(old).inputValue()).toBe('Le texte du jour.');
      await old.button('Le reprendre').click();
      await isTaken(old, 'Le texte de la veille.');
      expect(await asleep.page.evaluate(() => localStorage.length)).toBe(0);
    },
  );

  inChromium(
    'two tabs without a network store two texts, and a later page shows the newer one and offers the other',
    async () => {
      const visitor = await room.visitor('sophie.renaud');
      const { page } = visitor;
      const stored = (): Promise<number> => page.evaluate(() => localStorage.length);
      await throwAll(page);
      const first = new MailUser(visitor);
      await page.goto(thread);
      const tabs = [await first.secondTab(thread), await first.secondTab(thread)];
      for (const tab of tabs) await cutOff(tab.page).then(() => page.context().setOffline(false));
      await page.context().setOffline(true);
      for (const [at, tab] of tabs.entries()) {
        await text(tab).fill(`Texte ${at + 1}.`);
        await says(tab, 'Pas de réseau : gardé sur cet appareil');
        // The pages are gone before the network is back.
        await tab.page.close();
      }
      expect(await stored()).toBe(2);
      await page.context().setOffline(false);
      await page.reload();
      await says(first, /Un autre texte a été écrit ici/);
      expect(await text(first).inputValue()).toBe('Texte 2.');
      await page.waitForFunction(() => localStorage.length === 0);
      await first.button('Le reprendre').click();
      await isTaken(first, 'Texte 1.');
    },
  );

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
    await typeEarly(late, 'Oui');
    await says(late, /Un autre texte a été écrit ici/);
    await late.button('Le reprendre').click();
    await isTaken(late, 'Court, et toute une page de plus.');

    await throwAll(late.page);
    await typeEarly(late, 'Oui, à 8 h.');
    await says(late, KEPT);
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
