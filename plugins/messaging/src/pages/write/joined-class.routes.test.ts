// SPDX-License-Identifier: EUPL-1.2
import {
  addStandIn,
  bothDatabases,
  importClasses,
  joinByHand,
  numberedPupils,
  SCHOOL,
  startTestHost,
  type TestHost,
  type TestPerson,
} from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import messaging from '../../index.js';
import { draftPath } from '../../paths.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

const records = [...numberedPupils('cm1', 'ana', 3), ...numberedPupils('cm2', 'bob', 3)];

describe.each(bothDatabases())('messages to a class that becomes another one, on $name', (database) => {
  let host: TestHost;
  const started = startTestHost({ bricks: [messaging], database, records });
  let [mixed, cm2OfFile] = ['', ''];
  beforeAll(async () => {
    host = await started;
    const files = { Mixte: ['ana0', 'ana1', 'bob0'], 'CM2 ONDE': ['bob1', 'bob2', 'ana2'] };
    [mixed = '', cm2OfFile = ''] = await importClasses(host, files);
  });

  const write = (form: Record<string, string | string[]>) => host.as('teacher').post('/write').form(form);
  const recipientsOf = async (messageId: string): Promise<string[]> => {
    const rows = await host.tables(SCHOOL).repository(RecipientRow).find({ where: { messageId } });
    return rows.map(({ toGroup, part }) => `${String(part)} ${String(toGroup)}`).sort();
  };
  const inboxOf = async (login: string): Promise<string[]> => {
    const { text } = await host.asLogin(login).get('/?door=read');
    return ['En chemin', 'Rendez-vous à 9 h', 'Retenu'].filter((body) => text.includes(body));
  };
  const messageOf = async (subject: string): Promise<MessageRow> => {
    const found = await host.tables(SCHOOL).repository(MessageRow).findOne({ where: { subject } });
    if (!found) throw new Error(`There is no message ${subject}.`);
    return found;
  };

  test('T7: an open page keeps what was typed, and sends it to the class; a message that is on its way or held arrives', async () => {
    const { cm1 } = host.ids;
    const db = host.tables(SCHOOL);
    await addStandIn(host, 'teacher', { from: '', until: '2026-12-18', groupId: mixed });

    const key = { form: crypto.randomUUID(), subject: 'La sortie' };
    const begun = { ...key, toPupilsOf: mixed, body: 'Rendez-vous', turn: '1', do: 'keep' };
    await write(begun).expect(200);
    const draft = await messageOf('La sortie');
    await write({ toPupilsOf: mixed, subject: 'En chemin', body: 'En chemin' }).expect(303);
    await host
      .asLogin('ana0')
      .post('/write')
      .form({ toPerson: await host.ids.login('ana1'), subject: 'Retenu', body: 'Retenu' })
      .expect(303);
    const held = await messageOf('Retenu');
    const reviews = db.repository(ReviewRow);
    const [asked] = await reviews.find({ where: { messageId: held.id } });
    if (!asked) throw new Error('Nobody is asked.');
    const other = asked.groupId === mixed ? cm1 : mixed;
    await reviews.insertOne({ ...asked, groupId: other, state: 'accepted', decidedAt: host.clock.now() });

    await joinByHand(host, { from: mixed, to: cm1 });
    expect(await recipientsOf(draft.id)).toEqual([`pupil ${cm1}`]);
    await write({ ...begun, body: 'Rendez-vous à 8 h', turn: '2' }).expect(200);
    expect(await recipientsOf(draft.id)).toEqual([`pupil ${cm1}`]);
    const copy = await db.repository(CopyRow).findOne({ where: { messageId: draft.id } });
    const page = draftPath(copy?.id ?? '');
    await host.as('teacher').get(`/write?toPupilsOf=${mixed}`).expect(200, /CM1/);
    const added = { ...key, toPupilsOf: mixed, body: 'Rendez-vous à 9 h', add: `toGuardiansOf ${mixed}`, do: 'save' };
    await host.as('teacher').post(page).form(added).expect(303);
    expect(await recipientsOf(draft.id)).toEqual([`guardian ${cm1}`, `pupil ${cm1}`]);
    const removed = { ...key, toPupilsOf: mixed, toGuardiansOf: mixed, remove: `toGuardiansOf ${mixed}` };
    await host
      .as('teacher')
      .post(page)
      .form({ ...removed, body: 'Rendez-vous à 9 h', do: 'save' })
      .expect(303);
    expect(await recipientsOf(draft.id)).toEqual([`pupil ${cm1}`]);
    const ready = { ...key, toPupilsOf: mixed, body: 'Rendez-vous à 9 h', do: 'send' };
    await host.as('teacher').post(page).form(ready).expect(303);

    await host.runJobs();
    expect((await messageOf('Retenu')).state).toBe('sent');
    const toClass = ['En chemin', 'Rendez-vous à 9 h'];
    expect(await Promise.all(['ana0', 'ana1', 'ana2', 'bob1'].map(inboxOf))).toEqual([
      ...[toClass, [...toClass, 'Retenu'], toClass],
      [],
    ]);
    expect(JSON.stringify(await db.repository(RecipientRow).find())).not.toContain(mixed);
  });

  test('T7: a message that was written while its class was joined reaches each person of the class once, before and after its rows follow', async () => {
    const { cm2 } = host.ids;
    const db = host.tables(SCHOOL);
    const [recipients, reviews] = [db.repository(RecipientRow), db.repository(ReviewRow)];
    await joinByHand(host, { from: cm2OfFile, to: cm2 });
    host.clock.advance(60_000);
    const since = host.clock.now();
    const teacher = () => host.as('teacherOfOtherClass');
    const send = async (from: TestPerson, to: Record<string, string>, subject: string): Promise<void> => {
      await from
        .post('/write')
        .form({ ...to, subject, body: subject })
        .expect(303);
      const { id } = await messageOf(subject);
      await recipients.update({ messageId: id, toGroup: cm2 }, { toGroup: cm2OfFile });
      await reviews.update({ messageId: id, groupId: cm2 }, { groupId: cm2OfFile });
    };
    await send(teacher(), { toPupilsOf: cm2 }, 'Aux élèves');
    await send(teacher(), { toGuardiansOf: cm2 }, 'Aux familles');
    await send(host.as('pupilOfOtherClass'), { toTeamOf: cm2 }, 'À l’équipe');
    await send(host.asLogin('bob1'), { toPerson: await host.ids.login('bob2') }, 'À bob2');
    await host.runJobs();
    host.clock.set('2026-11-24T19:00:00Z');
    await send(teacher(), { toPupilsOf: cm2 }, 'Au matin');
    await host.runJobs();
    host.clock.set('2026-11-25T07:30:00Z');
    await host.runJobs();

    const received = async (personId: string): Promise<string[]> => {
      const copies = await db.repository(CopyRow).find({ where: { ownerId: personId, box: 'inbox' } });
      const arrived = copies.flatMap(({ at, messageId }) => (at >= since ? [messageId] : []));
      const messages = await db.repository(MessageRow).find({ where: { id: In(arrived) } });
      return arrived.map((messageId) => messages.find(({ id }) => id === messageId)?.subject ?? '').sort();
    };
    const pupils = await Promise.all(['bob0', 'bob1', 'bob2', 'ana2'].map((login) => host.ids.login(login)));
    const roles = ['pupilOfOtherClass', 'guardianOfOtherClass', 'teacherOfOtherClass'] as const;
    const people = [...pupils, ...(await Promise.all(roles.map((role) => host.ids.person(role))))];
    const toPupils = ['Au matin', 'Aux élèves'];
    const [toFamily, toTeam] = [['Aux familles'], ['À l’équipe']];
    expect(await Promise.all(people.map(received))).toEqual([
      ...[toPupils, toPupils, toPupils, []],
      ...[toPupils, toFamily, toTeam],
    ]);

    await host.host.classJoins.moveLateRows({ since: new Date(0) }, new AbortController().signal);
    expect(await recipients.count({ where: { toGroup: cm2OfFile } })).toBe(0);
    const { text } = await teacher().get('/reviews').expect(200);
    const review = /action="([^"]*\/reviews\/[^"]+)"/.exec(text)?.[1] ?? '';
    await teacher().post(review).form({ do: 'accept', version: '1' }).expect(303);
    await host.runJobs();
    expect(await Promise.all(people.map(received))).toEqual([
      ...[toPupils, toPupils, [...toPupils, 'À bob2'], []],
      ...[toPupils, toFamily, toTeam],
    ]);
  });
});
