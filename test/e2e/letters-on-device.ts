// SPDX-License-Identifier: EUPL-1.2
import { MailUser } from './mail-user.js';
import type { MailRoom } from './open-mail-room.js';

/** Drafts of letters of which a device has a text that the server does not have: a part of the story of messages. */
export function lettersOnDevice(room: () => MailRoom): void {
  test('a text that stayed on a device while its draft changed elsewhere becomes a draft of its own', async () => {
    const [asleep, other] = [await room().visitor('sophie.renaud'), await room().visitor('sophie.renaud')];
    const [old, newer] = [new MailUser(asleep), new MailUser(other)];
    const stored = (): Promise<number> => asleep.page.evaluate(() => localStorage.length);
    await old.open('/write');
    await old.type('Le texte de midi.', 'Valise');
    await old.press('Garder en brouillon');
    const draft = asleep.page.url();
    await asleep.page.route('**/drafts/*', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await old.type('Le texte de la veille.');
    await asleep.page.getByText('Pas de réseau').waitFor();
    expect(await stored()).toBe(1);
    await other.page.goto(draft);
    await newer.type('Le texte du jour.');
    await newer.press('Garder en brouillon');
    await asleep.page.unroute('**/drafts/*');
    await asleep.page.goto(draft);
    await asleep.page.getByText('il est dans vos brouillons').waitFor();
    expect(await asleep.page.locator('textarea[name=body]').inputValue()).toBe('Le texte du jour.');
    expect(await stored()).toBe(0);
    await old.open('/boxes/drafts');
    expect(await old.read()).toMatch(/Le texte de la veille.*Le texte du jour/);
    await Promise.all([asleep.page.context().close(), other.page.context().close()]);
  });

  test('two tabs with one letter and no network lose no text: the newer one is the draft, the other one a draft of its own', async () => {
    const visitor = await room().visitor('sophie.renaud');
    const { page } = visitor;
    const user = new MailUser(visitor);
    await user.open('/write');
    await user.type('Le début.', 'Sac');
    await user.press('Garder en brouillon');
    const draft = page.url();
    const tabs = [await user.secondTab(draft), await user.secondTab(draft)];
    await user.open('/');
    await page.context().setOffline(true);
    for (const [at, tab] of tabs.entries()) {
      await tab.page.bringToFront();
      await tab.type(`Texte ${at + 1}.`);
      await tab.page.getByText('Pas de réseau').waitFor();
      // The pages are gone before the network is back.
      await tab.page.close();
    }
    expect(await page.evaluate(() => localStorage.length)).toBe(2);
    await page.context().setOffline(false);
    await page.goto(draft);
    await page.getByText('il est dans vos brouillons').waitFor();
    expect(await page.locator('textarea[name=body]').inputValue()).toBe('Texte 2.');
    await page.waitForFunction(() => localStorage.length === 0);
    await user.open('/boxes/drafts');
    expect(await user.read()).toMatch(/Texte 1.*Texte 2|Texte 2.*Texte 1/);
    await page.context().close();
  });
}
