// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../../testing/sample-directory.js';
import { MembershipRow } from '../../../domain/directory/membership.entity.js';
import { StandInRow } from '../../../domain/directory/stand-in.entity.js';
import { coreRecords } from '../../../domain/personal-data/core-records.js';
import { forgetPersons } from '../../../domain/personal-data/forget-persons.js';
import { openConsole, wordsOf } from '../console-for-tests.js';
import { wordUrl } from './stand-ins.presenter.js';

const { web, get, post, group, personId } = await openConsole([]);
afterAll(() => web.stop());

const { manager } = web.host.database.dataSource;
const DAY = 24 * 3_600_000;
const ID = 'replacement';
const URL = wordUrl(SCHOOL, ID);
const WORD = 'Les exposés sont à rendre à 16 h. Tom part à 15 h.';
const HEADS: readonly Role[] = ['head', 'headOfOtherSchool'];
const ALL: readonly Role[] = [
  ...HEADS,
  ...(['teacher', 'teacherOfOtherClass', 'teacherInBothSchools', 'teacherOfOtherSchool'] as const),
  ...(['pupil', 'guardian', 'guardianInBothSchools', 'staff'] as const),
];

const leave = (role: Role, word: string) => post(role, URL, [['word', word]]);
const portal = async (role: Role): Promise<string> => wordsOf(await get(role, `/s/${SCHOOL}/`));
const stored = () => manager.findOneByOrFail(StandInRow, { id: ID });

beforeAll(async () => {
  // The class has one teacher, so that everybody knows which one is away.
  const other = { groupId: await group('CM1'), personId: await personId('teacherInBothSchools') };
  await manager.delete(MembershipRow, other);
});

beforeEach(async () => {
  await manager.clear(StandInRow);
  const now = web.clock.now();
  const days = { from: new Date(now.getTime() - 1000), until: new Date(now.getTime() + DAY) };
  const who = { groupId: await group('CM1'), personId: await personId('teacherOfOtherClass'), addedBy: 'cli' };
  await manager.insert(StandInRow, { id: ID, uai: SCHOOL, ...who, ...days, addedAt: now });
});

test('the teacher who is replaced leaves a word, reads it on the portal, and the replacement teacher reads it there', async () => {
  expect((await get('teacher', `/s/${SCHOOL}/`)).text).toContain(`href="${URL}">Laisser un mot à Nadia Chevassus<`);
  expect(wordsOf(await get('teacher', URL))).toMatch(/Un mot pour Nadia Chevassus .* 300 caractères au plus/);
  const left = await leave('teacher', `  ${WORD}\r\n`);
  expect([left.status, left.headers.location]).toEqual([303, `/s/${SCHOOL}/`]);
  expect(await portal('teacher')).toMatch(
    /Votre mot est sur l’accueil de Nadia Chevassus\. Annuler .*Votre mot : « Les exposés .* 15 h\. » Changer le mot/,
  );
  expect(await portal('teacherOfOtherClass')).toContain(`Claire Vuillet vous laisse un mot : « ${WORD} »`);
});

test('T8 nobody but the teacher who is replaced and the head of the school opens or changes the word, of two schools', async () => {
  await leave('teacher', WORD);
  const others = ALL.filter((role) => role !== 'teacher' && role !== 'head');
  for (const role of others) {
    expect([role, (await get(role, URL)).status, (await leave(role, 'Autre chose')).status]).toEqual([role, 404, 404]);
    expect([role, (await get(role, wordUrl(OTHER_SCHOOL, ID))).status]).toEqual([role, 404]);
    const page = await portal(role);
    expect([role, page.includes(WORD)]).toEqual([role, role === 'teacherOfOtherClass']);
  }
  for (const role of HEADS) {
    expect((await post(role, wordUrl(OTHER_SCHOOL, ID), [['word', 'Autre chose']])).status).toBe(404);
  }
  expect(await stored()).toMatchObject({ word: WORD, wordBy: await personId('teacher') });
});

test('a head leaves a word from the list of replacements; an administrator of the platform reads none there', async () => {
  const list = `/admin/s/${SCHOOL}/replacements`;
  expect(wordsOf(await get('head', list))).toMatch(/Laisser un mot Terminer/);
  expect((await leave('head', WORD)).headers.location).toBe(list);
  expect(wordsOf(await get('head', list))).toMatch(/Lire le mot Terminer/);
  expect(await portal('teacher')).toContain(`Mathieu Grosjean laisse un mot : « ${WORD} » Changer le mot`);
  expect(wordsOf(await get('teacher', URL))).toMatch(/Ce mot est de Mathieu Grosjean\. Si vous le changez/);
  await web.host.administrators.grant('staff', null, 'cli');
  const seen = await get('staff', list);
  expect([seen.status, seen.text.includes('/word"'), (await get('staff', URL)).status]).toEqual([200, false, 404]);
  await web.host.administrators.revoke('staff', null, 'cli');
});

test('a word that is too long is shown again with the fault; an empty one takes the word away, and nothing where none is', async () => {
  for (const [word, fault] of [
    ['e'.repeat(301), /Le mot a 301 caractères, pour 300 au plus/],
    ['   ', /Écrivez le mot\./],
  ] as const) {
    const refused = await leave('teacher', word);
    expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringMatching(fault)]);
    expect(refused.text).toContain('class="v-errors"');
    expect(refused.text).toContain(`>${word.trim()}</textarea>`);
  }
  expect((await leave('teacher', 'é'.repeat(300))).status).toBe(303);
  expect((await leave('teacher', '')).status).toBe(303);
  expect(await portal('teacher')).toMatch(/Le mot pour Nadia Chevassus est retiré\. Annuler/);
  expect(await stored()).toMatchObject({ word: null, wordBy: null });
});

test('« Annuler » is not offered for the word of somebody else, which would come back under another name', async () => {
  await leave('head', WORD);
  await leave('teacher', 'Autre chose');
  expect(await portal('teacher')).toMatch(/Votre mot est sur l’accueil de Nadia Chevassus\. (?!Annuler)/);
});

test('of two teachers of the class, neither leaves a word, and the head does', async () => {
  const second = { groupId: await group('CM1'), personId: await personId('teacherInBothSchools') };
  await manager.insert(MembershipRow, { ...second, role: 'teacher', via: null });
  expect([(await leave('teacher', WORD)).status, (await leave('head', WORD)).status]).toEqual([404, 303]);
  expect(await portal('teacher')).not.toContain(WORD);
  expect(await portal('teacherOfOtherClass')).toContain(WORD);
  await manager.delete(MembershipRow, second);
});

test('the word is read until the last day; it goes when a head ends the replacement, or when another word is left later', async () => {
  await leave('teacher', WORD);
  await post('head', `/admin/s/${SCHOOL}/replacements/${ID}/end`, '');
  expect(await stored()).toMatchObject({ word: null, wordBy: null });

  const past = { from: new Date(0), until: web.clock.now(), word: WORD, wordBy: 'author' };
  await manager.update(StandInRow, { id: ID }, past);
  expect((await get('teacher', URL)).status).toBe(404);
  expect(await portal('teacherOfOtherClass')).not.toContain(WORD);
  const later = { ...(await stored()), id: 'later', until: new Date(web.clock.now().getTime() + DAY), wordBy: null };
  await manager.insert(StandInRow, { ...later, word: null });
  expect((await post('teacher', wordUrl(SCHOOL, 'later'), [['word', 'Nouveau']])).status).toBe(303);
  expect(await stored()).toMatchObject({ word: null, wordBy: null });
});

test('the data of the author and of the replacement teacher name the word, and the erasure of the author takes it away', async () => {
  await leave('head', WORD);
  const head = await personId('head');
  const { from, until } = await stored();
  const [ofHead, ofSubstitute, ofTeacher] = await Promise.all(
    [head, await personId('teacherOfOtherClass'), await personId('teacher')].map((id) => coreRecords(manager, id)),
  );
  expect(ofHead?.['wordsForReplacements']).toEqual([{ uai: SCHOOL, from, until, word: WORD }]);
  expect(ofSubstitute?.['replacements']).toMatchObject([{ name: 'CM1', word: WORD }]);
  expect(JSON.stringify(ofTeacher)).not.toContain(WORD);

  await forgetPersons(manager, [head]);
  expect(await stored()).toMatchObject({ word: null, wordBy: null });
});
