// SPDX-License-Identifier: EUPL-1.2
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';
import { replyBrick } from '../../../http/reply-brick-for-tests.js';

const web = await bootConsole({ bricks: [replyBrick] });
afterAll(() => web.stop());

test('the journal says in words which token was made or revoked, by which person and for which one', async () => {
  const id = (await web.host.directory.personByLogin('ldap', 'teacher'))?.id ?? '';
  const make = (name: string, actor: string) =>
    web.host.tokens.create(id, { name, brickIds: ['paper'], endsAt: null }, actor);
  const made = await make('Ordinateur', id);
  await web.host.tokens.revoke(made.id, 'cli');
  await make('Mobile', 'cli');
  await expect(make('Mobile', id)).rejects.toThrow();
  const journal = wordsOf(await web.as(ADMINISTRATOR, '/admin/audit'));
  expect(journal).toMatch(/Claire Vuillet a créé un accès pour une application(?! \()/);
  expect(journal).toMatch(/La ligne de commande a retiré un accès pour une application \(compte : Claire Vuillet\)/);
  expect(journal).toMatch(/La ligne de commande a créé un accès pour une application \(compte : Claire Vuillet\)/);
  expect(journal).toMatch(/Claire Vuillet n’a pas pu créer d’accès pour une application(?! \()/);
  expect(journal).toMatch(/Briques Papier \(paper\)/);
  expect(journal).toMatch(new RegExp(`Accès ${made.id}`));
  expect(journal).not.toMatch(/Ordinateur|Mobile/);
  const chosen = wordsOf(await web.as(ADMINISTRATOR, '/admin/audit?action=core.token.revoke'));
  expect(chosen).toMatch(/Retirer un accès pour une application/);
  expect(chosen).not.toMatch(/a créé un accès/);
});
