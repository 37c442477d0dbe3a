// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { OTHER_SCHOOL, SAMPLE_RECORDS, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { kin } from '../../../testing/directory-records.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { openConsole, wordsOf } from './console-for-tests.js';

const { web, get, post, group } = await openConsole([replyBrick]);
afterAll(() => web.stop());

const PEOPLE = `/admin/s/${SCHOOL}/bricks/paper/people`;
const cm1 = await group('CM1');
const ofCm1 = `${PEOPLE}?rule=new&where=groups&profiles=pupil&profiles=guardian&groups=${cm1}`;

test('the persons that the choice reaches, class by class, each pupil with their parents, and no one else', async () => {
  await web.host.activations.disable(SCHOOL, 'paper', 'cli');
  const page = wordsOf(await get('head', ofCm1));
  expect(page).toMatch(/Qui l’aura : Papier 3 personnes/);
  expect(page).toMatch(/CM1 · 1 élève, 2 parents Élève Ses parents Inès Faivre Sophie Faivre, Luc Faivre-Marguet/);
  expect(page).not.toMatch(/Tom|Claire/);
});

test('with several rules: the persons that they reach now, together', async () => {
  const rest = { from: null, until: null };
  const enable = (choice: { profiles: Profile[]; groupIds: string[] }) =>
    web.host.activations.enable(SCHOOL, 'paper', 'cli', { ...rest, ...choice });
  await enable({ profiles: ['pupil'], groupIds: [cm1] });
  await enable({ profiles: ['head', 'pupil'], groupIds: [] });
  const card = await get('head', `/admin/s/${SCHOOL}/bricks?brick=paper`);
  expect(card.text).toContain(`href="${PEOPLE}"`);
  expect(wordsOf(await get('head', PEOPLE))).toMatch(
    /Qui l’a : Papier 3 personnes .*CM1 · 1 élève .*Inès Faivre – CM2 · 1 élève .*Tom Brenot – Direction et personnel · 1 personne Mathieu Grosjean, direction/,
  );
  await web.host.activations.disable(SCHOOL, 'paper', 'cli');
});

test('parents without their children, teachers of classes, and those who are in none', async () => {
  const some = `${PEOPLE}?rule=new&where=school&profiles=guardian&profiles=teacher`;
  const page = wordsOf(await get('head', some));
  expect(page).toMatch(
    /CM1 · Paul Droz et Claire Vuillet · 2 parents Élève Ses parents Inès Faivre \(ne l’a pas\) Sophie Faivre, Luc Faivre-Marguet/,
  );
  expect(page).toMatch(/CM2 · Nadia Chevassus · 1 parent .*Tom Brenot \(ne l’a pas\) Marc Brenot/);
  expect(page).toMatch(/Sans classe · 1 personne Mathieu Grosjean, membre de l’équipe enseignante/);
  // T6: a guardian in both schools is named with the child of this one alone.
  expect(page).not.toMatch(/Jules/);
  expect(wordsOf(await get('head', `${some}&q=sophie`))).toMatch(
    /1 personne sur \d+ .*Inès Faivre \(ne l’a pas\) Sophie/,
  );
});

test('heads are one group: a head who teaches a class is named with the class alone', async () => {
  const all = `${PEOPLE}?rule=new&where=school&profiles=guardian&profiles=teacher&profiles=head`;
  const page = wordsOf(await get('head', all));
  expect(page).toMatch(
    /Direction et personnel · 1 personne Mathieu Grosjean, direction, membre de l’équipe enseignante/,
  );
  expect(page).not.toMatch(/Sans classe/);
  await web.host.administrators.grant('teacher', SCHOOL, 'cli');
  expect(wordsOf(await get('head', all)).match(/Claire Vuillet/g)).toHaveLength(1);
  expect(wordsOf(await get('head', `${PEOPLE}?rule=new&where=school&profiles=head`))).toMatch(
    /Claire Vuillet, direction/,
  );
  await web.host.administrators.revoke('teacher', SCHOOL, 'cli');
});

test('where counts add up to more than the persons, a line says why', async () => {
  const once = /Une personne qui a deux rôles, ou des enfants dans plusieurs classes, ne compte qu’une fois\./;
  await web.host.administrators.grant('teacher', SCHOOL, 'cli');
  const choice = 'rule=new&where=school&profiles=teacher';
  const card = `/admin/s/${SCHOOL}/bricks?brick=paper`;
  expect(wordsOf(await get('head', `${card}&${choice}&profiles=head`))).toMatch(once);
  expect(wordsOf(await get('head', `${card}&${choice}`))).not.toMatch(once);
  await web.host.administrators.revoke('teacher', SCHOOL, 'cli');
  expect(wordsOf(await get('head', ofCm1))).not.toMatch(once);

  const source = {
    name: 'ldap',
    async *read() {
      yield* [...SAMPLE_RECORDS, kin('guardianOfOtherClass', 'pupil')];
    },
  };
  await web.host.sync.run(source, new AbortController().signal);
  const parents = wordsOf(await get('head', `${PEOPLE}?rule=new&where=school&profiles=guardian`));
  expect(parents).toMatch(/3 personnes Une personne qui a .*CM1 · 3 parents .*CM2 · 1 parent/);
});

test('a rule that has not begun: who will have it, and not who has', async () => {
  await web.host.activations.enable(SCHOOL, 'paper', 'cli', {
    ...{ profiles: ['pupil'], groupIds: [cm1], from: new Date('2026-12-01T10:00:00Z'), until: null },
  });
  expect(wordsOf(await get('head', PEOPLE))).toMatch(/Qui l’aura : Papier 1 personne/);
  await web.host.activations.disable(SCHOOL, 'paper', 'cli');
});

test('the way back keeps the choice, and so does a search', async () => {
  const { text } = await get('head', ofCm1);
  expect(text).toMatch(new RegExp(`href="/admin/s/${SCHOOL}/bricks\\?brick=paper[^"]*groups=${cm1}`));
  expect(text).toContain(`<input type="hidden" name="groups" value="${cm1}"`);
});

test('T10: a search without accents finds names of the school, and never one of another', async () => {
  expect(wordsOf(await get('head', `${PEOPLE}?q=ines`))).toMatch(/1 personne sur 9.*Inès Faivre/);
  for (const elsewhere of ['Jules', 'Marguet', 'Hélène', 'Karim']) {
    const page = wordsOf(
      await get(
        'head',
        `${PEOPLE}?where=school&profiles=pupil&profiles=guardian&profiles=teacher&q=${encodeURIComponent(elsewhere)}`,
      ),
    );
    expect(page).not.toMatch(/Jules|Anne Marguet|Hélène|Karim/);
  }
});

test.each<Role>(['headOfOtherSchool', 'teacher', 'pupil', 'guardian', 'staff'])(
  'T1, T8: for %s there is no list',
  async (role) => {
    for (const path of [PEOPLE, ofCm1]) expect((await get(role, path)).status).toBe(404);
    expect((await post(role, PEOPLE, 'q=a')).status).toBe(404);
  },
);

test('T1: the head of one school does not read another’s, and a brick that is none has no list', async () => {
  expect((await get('head', `/admin/s/${OTHER_SCHOOL}/bricks/paper/people`)).status).toBe(404);
  expect((await get('head', `/admin/s/${SCHOOL}/bricks/nothing/people`)).status).toBe(404);
  expect((await web.send(PEOPLE)).status).toBe(303);
});

test('a hundred names a page, and a page that is none is the nearest', async () => {
  const many = Array.from({ length: 1250 }, (_, index): DirectoryRecord => {
    const key = `many${String(index).padStart(3, '0')}`;
    const name = { givenName: 'Élève', familyName: key, displayName: `Élève ${key}` };
    return { type: 'person', key, login: key, ...name, profile: 'pupil', uai: SCHOOL };
  });
  const source = {
    name: 'ldap',
    async *read() {
      yield* [...SAMPLE_RECORDS, ...many];
    },
  };
  await web.host.sync.run(source, new AbortController().signal);
  const names = (text: string): number => (text.match(/Élève many\d\d\d/g) ?? []).length;
  const url = `${PEOPLE}?where=school&profiles=pupil`;
  const first = await get('head', url);
  expect([names(first.text), wordsOf(first).includes('1 252 personnes')]).toEqual([98, true]);
  expect(wordsOf(first)).toMatch(/1 à 100 sur 1 252/);
  expect(
    wordsOf(await get('head', `/admin/s/${SCHOOL}/bricks?brick=paper&rule=new&where=school&profiles=pupil`)),
  ).toMatch(/Qui l’aura L’auront 1 252 élèves .*Allumer Papier pour 1 252 personnes/);
  expect(first.text).toMatch(/href="[^"]*page=2"[^>]*>Les suivants/);
  expect(first.text).not.toContain('Les précédents');
  expect(names((await get('head', `${url}&page=13`)).text)).toBe(52);
  for (const page of ['99', '-1', 'x', '1e9', '1.5', '']) {
    expect((await get('head', `${url}&page=${page}`)).status).toBe(200);
  }
});
