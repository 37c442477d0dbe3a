// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../../testing/sample-directory.js';
import { ParcelQuestionRow } from '../../../domain/hand-over/parcel-question.entity.js';
import { ParcelRow } from '../../../domain/hand-over/parcel.entity.js';
import { newId } from '../../../infra/database/new-id.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';

const web = await bootConsole();
afterAll(() => web.stop());
const { manager } = web.host.database.dataSource;

const LIST = '/admin/homonyms';
const PATH = `${LIST}/parcels/question`;
const INE = '120000001AA';
const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));

/** A pupil with an erased account, and a pupil of the second school with another name. */
async function ask(): Promise<void> {
  const candidate = await web.host.directory.personByLogin('ldap', 'pupilOfOtherSchool');
  const at = { offeredAt: new Date('2026-06-22T10:00:00Z'), changedAt: new Date('2026-06-23T10:00:00Z') };
  const parcel = (key: string): Omit<ParcelRow, 'content'> => ({
    ...{ id: newId(), brick: 'reply', fromUai: SCHOOL, fromName: 'École des Lilas', toUai: OTHER_SCHOOL },
    ...{ toName: 'Collège du Parc', pupilId: 'erased', pupilName: 'Jules Marguet', level: 'CM2', recipientId: null },
    ...{ key, sha256: '', revision: 1, deliveredRevision: 0, state: 'accepted', offeredBy: 'head', changedBy: 'head' },
    witnesses: { givenName: 'Jules', familyName: 'Marguet', birthDate: '2015-03-01', ine: INE },
    ...{ ...at, reason: null, answerBy: new Date('2027-11-01T00:00:00Z'), until: new Date('2029-08-01T00:00:00Z') },
  });
  await manager.insert(ParcelRow, [parcel('T1'), parcel('T2')]);
  const undecided = { state: 'open', askedAt: at.changedAt, decidedAt: null, decidedBy: null, reason: null } as const;
  const pair = { toUai: OTHER_SCHOOL, pupilId: 'erased', candidateId: candidate?.id ?? '' };
  await manager.insert(ParcelQuestionRow, { id: 'question', ...pair, ...undecided });
}

beforeEach(ask);
afterEach(async () => {
  await manager.clear(ParcelQuestionRow);
  await manager.clear(ParcelRow);
});

test('a pupil that was handed over stands beside the homonyms, with school and number of parcels', async () => {
  expect(await words('/admin/')).toMatch(/Une personne a peut-être deux fiches/);
  const list = await words(LIST);
  expect(list).toMatch(/Un cas à regarder/);
  expect(list).toMatch(/Jules Marguet École des Lilas, 2 transmissions Jules Marguet Collège du Parc \(6e A\)/);
  expect(list).not.toMatch(/Personne n’attend de décision/);
});

test('V4 both side by side; of the number only whether there is one, and of the parcels only how many', async () => {
  const page = await web.as(ADMINISTRATOR, PATH);
  expect(wordsOf(page)).toMatch(/Transmission de l’École des Lilas Élève du Collège du Parc/);
  expect(wordsOf(page)).toMatch(/Date de naissance 1er mars 2015 Pas dit INE Un INE Pas d’INE/);
  expect(wordsOf(page)).toMatch(/Les 2 transmissions lui sont remises, et se lisent au Collège du Parc/);
  expect(wordsOf(page)).toMatch(/attend encore, jusqu’au 1er novembre 2027/);
  expect(page.text).not.toContain(INE);
});

test('the same pupil: all parcels name them, one notice, one line in the journal', async () => {
  const answer = await web.as(ADMINISTRATOR, PATH, 'decision=same&reason=coll%C3%A8ge');
  expect([answer.status, answer.headers.location]).toEqual([303, LIST]);
  expect(await words(LIST)).toMatch(/Jules Marguet reçoit ce qui lui était transmis/);
  const { id = '' } = (await web.host.directory.personByLogin('ldap', 'pupilOfOtherSchool')) ?? {};
  expect((await manager.find(ParcelRow)).map(({ recipientId }) => recipientId)).toEqual([id, id]);
  expect(await words('/admin/audit')).toMatch(
    /Odile Perret a reconnu Jules Marguet dans un élève transmis \(Collège du Parc\)/,
  );
  expect(await words(PATH)).toMatch(/Décidé par Odile Perret, .*c’est le même élève\. Pourquoi : collège/);
});

test('another pupil: nothing is delivered, and a later decision is refused with the reason', async () => {
  expect((await web.as(ADMINISTRATOR, PATH, 'decision=different')).status).toBe(303);
  const late = await web.as(ADMINISTRATOR, PATH, 'decision=same&reason=x');
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toMatch(/Quelqu’un a décidé juste avant vous/);
  expect((await manager.find(ParcelRow)).map(({ recipientId }) => recipientId)).toEqual([null, null]);
  expect(await words(LIST)).toMatch(/Personne n’attend de décision/);
});

test('no decision, or no question', async () => {
  expect((await web.as(ADMINISTRATOR, PATH, 'decision=maybe')).status).toBe(400);
  expect((await web.as(ADMINISTRATOR, `${LIST}/parcels/nothing`)).status).toBe(404);
  expect((await web.as(ADMINISTRATOR, `${LIST}/parcels/nothing`, 'decision=same')).status).toBe(404);
});

test.each(['head', 'headOfOtherSchool', 'teacher', 'pupil'] as const)(
  'T8 to %s, who does not administer the platform, nothing is there',
  async (role) => {
    expect((await web.as(role, PATH)).status).toBe(404);
    expect((await web.as(role, PATH, 'decision=same')).status).toBe(404);
    expect((await manager.findOneByOrFail(ParcelQuestionRow, {})).state).toBe('open');
  },
);
