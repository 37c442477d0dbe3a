// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer } from '../../app/host-for-tests.js';
import { loginBrick } from '../../http/reply-brick-for-tests.js';

const web = await bootWebHost({ bricks: [loginBrick], publicUrl: 'https://ent.example.org' });
afterAll(() => web.stop());

const list = async (Cookie: string): Promise<string> =>
  (await web.send('/textes-gardes', { headers: { Cookie } })).text;
const post = (Cookie: string, fields: Record<string, string>): Promise<Answer> =>
  web.send('/textes-gardes', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
  });

test('« Jeter » throws away what the list showed, and « Annuler » puts it back', async () => {
  const [teacher, other] = [await web.cookieOf('teacher'), await web.cookieOf('head')];
  const person = await web.host.directory.personByLogin('ldap', 'teacher');
  const write = (text: string): Promise<unknown> =>
    web.host.keptTexts.save(
      { personId: person?.id ?? '', key: 'a', uai: SCHOOL, page: '/a', title: 'Un mot', base: '' },
      { fields: [['text', text]], version: text, after: [], isKnown: false },
    );
  await write('Bonjour');
  expect(await list(teacher)).toMatch(/name="versions" value="Bonjour"/);
  await write('Bonsoir');
  const { status, headers } = await post(teacher, { discard: 'a', versions: 'Bonjour' });
  expect([status, headers.location]).toEqual([303, '/textes-gardes']);
  const page = await list(teacher);
  expect(page).toMatch(/Texte jeté[^]*Annuler[^]*Bonsoir/);
  expect(page).not.toMatch(/Bonjour/);
  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await post(other, { undo });
  expect(await list(other)).toMatch(/Trop tard/);
  expect(await list(teacher)).not.toMatch(/Bonjour/);
  await post(teacher, { undo });
  expect(await list(teacher)).toMatch(/de nouveau gardé[^]*Bonjour[^]*Bonsoir/);
  await post(teacher, { discard: 'a', versions: 'Bonne nuit' });
  expect(await list(teacher)).toMatch(/Rien n’est jeté[^]*Bonjour[^]*Bonsoir/);
});
