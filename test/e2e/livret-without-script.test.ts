// SPDX-License-Identifier: EUPL-1.2
import { TILLEULS } from '../a11y/sample-host.js';
import { beginningOfLastYear, LivretSteps } from '../envole-box/index.js';
import { describeWith } from '../services/index.js';
import { startEmbeddedStack } from './embedded-stack.js';
import { LivretUser } from './livret-user.js';
import { openRoom, type Room } from './open-room.js';

const JULES = 'Jules Renaud';
const POSITIONS = '3323N4332313233';

describeWith(['chromium'], 'a livret without JavaScript', () => {
  let room: Room;
  let claire: LivretUser;

  beforeAll(async () => {
    const now = beginningOfLastYear(new Date('2026-11-24T08:40:00Z'));
    room = await openRoom({ startStack: startEmbeddedStack, javaScriptEnabled: false, now }, { hasLivret: true });
    room.clock.set('2025-11-24T08:40:00Z');
    await new LivretSteps(room.host, room.url).openPeriod(TILLEULS, 'mathieu.grosjean', 1);
    claire = new LivretUser(await room.visitor('claire.vuillemin'), TILLEULS);
  }, 120_000);
  afterAll(() => room?.stop());

  test('a teacher fills in a row of the grid and a text, and signs', async () => {
    const { page } = claire;
    await claire.open('/');
    await claire.follow('Ouvrir la grille');
    expect(await claire.read()).toContain('Rien n’est encore rempli.');
    expect(await claire.read()).not.toContain('Tout est gardé');
    for (const [index, position] of [...POSITIONS].entries()) await claire.cells(JULES).nth(index).fill(position);
    await claire.press(/^Enregistrer/, claire.row(JULES));
    expect(await claire.read()).toContain('La ligne est enregistrée.');
    expect(await claire.positions(JULES)).toBe(POSITIONS);

    await claire.follow(JULES);
    expect(await claire.read()).not.toContain('Tout est gardé');
    await page.locator('textarea[name=general]').fill('Jules a bien travaillé.');
    await claire.press('Enregistrer');
    expect(await claire.read()).toContain('C’est enregistré.');
    await claire.press('Le bilan est prêt');
    await claire.follow('Signer les bilans prêts');
    expect(await claire.read()).toContain('Jules a bien travaillé.');
    await claire.press('Signer les bilans cochés');
    expect(await claire.read()).toContain('Le bilan est signé. La direction le reçoit.');
  });
});
