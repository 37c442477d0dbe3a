// SPDX-License-Identifier: EUPL-1.2
import { member, person, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { bilanPath, boardClassPath, gridPath } from '../../../paths.js';
import { BilanRow } from '../../../store/bilan.entity.js';
import { exampleBilan } from '../../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../../testing/start/livret-for-tests.js';

const records = ['Anna Brun', 'Zoé Zimmer'].flatMap((name) => {
  const [givenName = '', familyName = ''] = name.split(' ');
  const login = familyName.toLowerCase();
  return [person(login, 'pupil', SCHOOL, givenName, familyName), member(SCHOOL, 'cm1', login)];
});
const { host, tables } = await startLivret({ records });
const db = tables(SCHOOL);
const bilanOf = async (pupilId: string): Promise<BilanRow> =>
  exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: 'Un texte' }, 'signed');
const anna = await bilanOf(await host.ids.login('brun'));
const ines = await bilanOf(await host.ids.person('pupil'));
const zoe = await bilanOf(await host.ids.login('zimmer'));
const pageOf = async (role: Role, { id }: BilanRow): Promise<string> =>
  (await host.as(role).get(bilanPath(id)).expect(200)).text;
/** The paths in the brick of the links to the neighbours. */
const neighboursOf = (html: string): (string | undefined)[] =>
  ['prev', 'next'].map((rel) => new RegExp(`href="[^"]*?/livret-bridge(/[^"]+)" rel="${rel}"`).exec(html)?.[1]);

test('the head reads one bilan of a class after the other, and goes back to the class', async () => {
  const html = await pageOf('head', ines);
  expect(neighboursOf(html)).toEqual([bilanPath(anna.id), bilanPath(zoe.id)]);
  expect(html).toMatch(/core\/neighbours\.js[^]*data-neighbours[^]*Anna[^]*2 sur 3[^]*Zoé/);
  expect(html).toContain(`${boardClassPath(host.ids.cm1, ines.period)}">CM1<`);
  expect(neighboursOf(await pageOf('head', anna))).toEqual([undefined, bilanPath(ines.id)]);
  expect(neighboursOf(await pageOf('head', zoe))).toEqual([bilanPath(ines.id), undefined]);
});

test('a teacher who reads what they signed goes through the class in the order of the grid', async () => {
  await db.repository(BilanRow).update({ id: anna.id }, { level: '6E' });
  const html = await pageOf('teacher', ines);
  expect(html).toContain(`${gridPath(host.ids.cm1, ines.period)}">CM1<`);
  expect(neighboursOf(html)).toEqual([undefined, bilanPath(zoe.id)]);
  expect(neighboursOf(await pageOf('teacher', zoe))).toEqual([bilanPath(ines.id), bilanPath(anna.id)]);
});

test('families have no neighbours, and see nothing of other pupils', async () => {
  for (const { id } of [anna, ines])
    await db.repository(BilanRow).update({ id }, { state: 'published', publishedAt: new Date() });
  expect(await pageOf('guardian', ines)).not.toMatch(/data-neighbours|neighbours\.js|Anna|\/board\/|\/classes\//);
});

test('a bilan of an earlier school year has no neighbours', async () => {
  await db.repository(BilanRow).update({ id: zoe.id }, { year: 2025 });
  expect(await pageOf('head', zoe)).not.toMatch(/data-neighbours/);
});
