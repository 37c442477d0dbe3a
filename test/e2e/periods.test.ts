// SPDX-License-Identifier: EUPL-1.2
import { TILLEULS } from '../a11y/sample-host.js';
import { beginningOfLastYear } from '../envole-box/index.js';
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { LivretUser } from './livret-user.js';
import { openRoom, type Room } from './open-room.js';

describeWith(['chromium'], 'the dates of the periods', () => {
  let room: Room;
  let mathieu: LivretUser;
  const questions: string[] = [];

  beforeAll(async () => {
    const now = beginningOfLastYear(new Date('2026-11-24T08:40:00Z'));
    room = await openRoom({ startStack: startEmbeddedStack, javaScriptEnabled: true, now }, { hasLivret: true });
    room.clock.set('2025-11-24T08:40:00Z');
    mathieu = new LivretUser(await room.visitor('mathieu.grosjean'), TILLEULS);
    mathieu.page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.dismiss();
    });
  }, 120_000);
  afterAll(() => room?.stop());

  const field = (name: string) => mathieu.page.locator(`input[name=${name}]`);

  test('the next period follows a typed end, but not beyond its own end', async () => {
    await mathieu.open('/periods');
    const proposed = await field('startsOn2').inputValue();
    await field('endsOn1').fill('2026-07-30');
    expect(await field('startsOn2').inputValue()).toBe(proposed);
    await field('endsOn1').fill('9999-12-31');
    expect(await field('startsOn2').inputValue()).toBe(proposed);
    await field('endsOn1').fill('2025-12-10');
    expect(await field('startsOn2').inputValue()).toBe('2025-12-11');
  });

  test('leaving asks first, also once the form was refused; after the dates are stored it does not ask', async () => {
    await field('dueOn1').fill('2025-08-15');
    await mathieu.press('Enregistrer les dates');
    await mathieu.page.getByRole('alert').waitFor();
    expect(questions).toEqual([]);
    await mathieu.page.getByRole('link', { name: 'Bilans de l’école' }).click();
    expect(await field('dueOn1').inputValue()).toBe('2025-08-15');
    await field('dueOn1').fill('2025-12-10');
    await mathieu.press('Enregistrer les dates');
    await mathieu.follow('Bilans de l’école');
    expect(questions).toEqual(['beforeunload']);
  });
});
