// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../../../testing/sample-directory.js';
import { ClassJoinRow } from '../../../domain/sync/classes/class-join.entity.js';
import { GroupRow } from '../../../domain/directory/group.entity.js';
import { MembershipRow } from '../../../domain/directory/membership.entity.js';
import { newId } from '../../../infra/database/new-id.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';

const web = await bootConsole();
afterAll(() => web.stop());
const { manager } = web.host.database.dataSource;

const LIST = '/admin/homonyms';
const PATH = `${LIST}/classes/question`;
const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));
const other = newId();

/** A class of a file with one pupil of CM1. */
beforeEach(async () => {
  const own = await manager.findOneByOrFail(GroupRow, { uai: SCHOOL, name: 'CM1' });
  await manager.insert(GroupRow, {
    ...own,
    id: other,
    source: 'onde',
    key: 'cm1 mme x',
    name: 'CM1 Mme X',
    foldedName: 'cm1 mme x',
  });
  const pupil = await web.host.directory.personByLogin('ldap', 'pupil');
  await manager.insert(MembershipRow, { groupId: other, personId: pupil?.id ?? '', role: 'member' });
  const undecided = { state: 'open', decidedAt: null, decidedBy: null, reason: null } as const;
  const askedAt = new Date('2026-11-20T10:00:00Z');
  await manager.insert(ClassJoinRow, {
    id: 'question',
    uai: SCHOOL,
    groupId: other,
    ownId: own.id,
    askedAt,
    ...undecided,
  });
});
afterEach(() => manager.delete(GroupRow, { id: other }));

test('two classes that may be one stand beside the homonyms, with their schools, directories and numbers of pupils', async () => {
  expect(await words('/admin/')).toMatch(/Une classe a peut-être deux noms/);
  const list = await words(LIST);
  expect(list).toMatch(/Un cas à regarder/);
  expect(list).toMatch(
    /CM1 Mme X École des Lilas, annuaire onde, un élève CM1 École des Lilas, annuaire ldap, un élève Élèves en commun : 1 sur 1/,
  );
});

test('both lists of pupils are side by side, and an answer joins the classes; they can be parted and joined again, and nothing comes back', async () => {
  const page = await words(PATH);
  expect(page).toMatch(/École des Lilas\. Élèves en commun : 1, sur 1 dans la première classe/);
  expect(page).toMatch(/rien ne revient en arrière/);
  const answer = await web.as(ADMINISTRATOR, PATH, 'decision=same&reason=vu');
  expect([answer.status, answer.headers.location]).toEqual([303, LIST]);
  expect(await words(LIST)).toMatch(/CM1 Mme X et CM1 sont maintenant une seule classe/);
  expect(await words(`${LIST}/classes`)).toMatch(/Une classe réunie/);
  expect(await words(`${LIST}/classes?q=mme+lilas`)).toMatch(/CM1 Mme X/);
  expect(await words(`${LIST}/classes?q=nowhere`)).toMatch(/Aucune classe réunie ne répond/);
  expect(await words('/admin/audit')).toMatch(/Odile Perret a réuni deux classes \(École des Lilas\)/);
  const joined = await words(PATH);
  expect(joined).toMatch(/Décidé par Odile Perret, .*c’est la même classe\. Pourquoi : vu/);
  expect(joined).toMatch(/Séparer ces deux classes/);
  expect((await web.as(ADMINISTRATOR, PATH, 'decision=different')).status).toBe(303);
  expect((await manager.findOneByOrFail(GroupRow, { id: other })).joinedTo).toBeNull();
  const late = await web.as(ADMINISTRATOR, PATH, 'decision=same&state=open');
  expect([late.status, wordsOf(late)]).toEqual([409, expect.stringMatching(/Quelqu’un a décidé juste avant vous/)]);
  expect(await words(`${LIST}/classes`)).toMatch(/Séparées par quelqu’un\. Élèves en commun : 1 sur 1/);
  expect((await web.as(ADMINISTRATOR, PATH, 'decision=same&state=different')).status).toBe(303);
  expect((await manager.findOneByOrFail(GroupRow, { id: other })).joinedTo).not.toBeNull();
});

test('an answer on a page that is older than a join parts nothing', async () => {
  const page = await web.as(ADMINISTRATOR, PATH);
  expect(page.text).toMatch(/name="state" value="open"/);
  expect((await web.as(ADMINISTRATOR, PATH, 'state=open&decision=same')).status).toBe(303);
  const late = await web.as(ADMINISTRATOR, PATH, 'state=open&decision=different');
  expect([late.status, wordsOf(late)]).toEqual([409, expect.stringMatching(/Quelqu’un a décidé juste avant vous/)]);
  expect(late.text).toMatch(/name="state" value="same"/);
  expect((await manager.findOneByOrFail(GroupRow, { id: other })).joinedTo).not.toBeNull();
});

test('no decision, or no question', async () => {
  expect((await web.as(ADMINISTRATOR, PATH, 'decision=maybe')).status).toBe(400);
  expect((await web.as(ADMINISTRATOR, `${LIST}/classes/nothing`)).status).toBe(404);
});

test.each(['head', 'headOfOtherSchool', 'teacher', 'pupil'] as const)(
  'T8 to %s, who does not administer the platform, nothing is there',
  async (role) => {
    expect((await web.as(role, PATH)).status).toBe(404);
    expect((await web.as(role, `${LIST}/classes`)).status).toBe(404);
    expect((await web.as(role, PATH, 'decision=same')).status).toBe(404);
    expect((await manager.findOneByOrFail(ClassJoinRow, {})).state).toBe('open');
  },
);
