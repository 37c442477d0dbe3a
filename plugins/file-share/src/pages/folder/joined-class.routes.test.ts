// SPDX-License-Identifier: EUPL-1.2
import {
  addStandIn,
  bothDatabases,
  importClasses,
  joinByHand,
  member,
  numberedPupils,
  SCHOOL,
  type TestPerson,
  onceInQuickRun,
} from '@volee/core-adapter/testing';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { driveFaults } from '../../testing/start/drive-faults-for-tests.js';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive, type DriveForTests } from '../../testing/start/drive-for-tests.js';
import { FillDrive } from '../../testing/start/fill-drive-for-tests.js';
import { partPath, PICK_PATH, USAGE_PATH } from '../../paths.js';
import { WORK_FORM } from '../../testing/start/works-for-tests.js';

const newcomer = numberedPupils('cm1', 'neo', 1).filter(({ type }) => type === 'person');
const records = [...numberedPupils('cm1', 'ana', 3), ...numberedPupils('cm2', 'bob', 3), ...newcomer];

describe.each(bothDatabases())('pages that are open while their class becomes another one, on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let drive: DriveForTests;
  const started = startDrive({ database, records });
  beforeAll(async () => {
    drive = await started;
  });

  /** Sends a form to an address, and where the host leads. */
  async function sendOn(person: TestPerson, path: string, form: Readonly<Record<string, string>>, file?: string) {
    const send = (to: string) => {
      const exchange = person.post(to).form(form);
      return file === undefined ? exchange : exchange.files({ [file]: file });
    };
    const first = await send(path);
    return first.status === 307 ? send(first.headers.get('location') ?? '') : first;
  }

  test('T7: files, folders, works and room that are sent from them are those of the class', async () => {
    const { host, tables } = drive;
    const { cm1, cm2 } = host.ids;
    const [mixed = ''] = await importClasses(host, { Mixte: ['ana0', 'ana1', 'bob0'] });
    await addStandIn(host, 'teacher', { from: '', until: '2026-12-18', groupId: mixed });

    const fill = new FillDrive(drive);
    for (const id of [cm1, mixed]) await fill.file(await fill.root(groupSpace(id)), `${id}.txt`);
    const own = await fill.file(
      await fill.root({ kind: 'own', groupId: null, ownerId: await host.ids.person('teacher') }),
      'à moi.txt',
    );
    const teacher = host.as('teacher');
    const open = (await teacher.get(`/groups/${mixed}`).expect(200)).text;
    const uploads = /data-uploads="([^"]*)"/.exec(open)?.[1] ?? '';
    const newFolder = /action="([^"?]*\/folders)[?"]/.exec(open)?.[1] ?? '';

    await joinByHand(host, { from: mixed, to: cm1 });

    const to = holderOf(groupSpace(mixed));
    const answers = [
      await sendOn(teacher, `${uploads}/${'a'.repeat(32)}`, {}, 'après.txt'),
      await sendOn(teacher, `/groups/${mixed}/files`, {}, 'sans script.txt'),
      await sendOn(teacher, newFolder, { name: 'Après' }),
      await sendOn(teacher, PICK_PATH, { action: 'copy', ids: own.id, to }),
      await sendOn(teacher, `/groups/${mixed}/works/new`, { ...WORK_FORM, do: 'handOut' }),
      await sendOn(host.as('head'), USAGE_PATH, { from: mixed, to: cm2, bytes: '100000000' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 303, 303, 303, 303, 303]);
    await host.runJobs();
    const there = await tables(SCHOOL)
      .repository(NodeRow)
      .find({ where: { groupId: cm1, spaceKind: 'group' } });
    expect(there.map(({ name }) => name)).toEqual(
      expect.arrayContaining([`${mixed}.txt`, `${cm1}.txt`, 'après.txt', 'sans script.txt', 'Après', 'à moi.txt']),
    );
    const quotas = await tables(SCHOOL)
      .repository(SpaceRow)
      .find({ where: { kind: 'group' } });
    expect(quotas.map(({ groupId }) => groupId).sort()).toEqual([cm1, cm2].sort());
    await host
      .asLogin('ana0')
      .get('/works')
      .expect(200, /volcans/);
    await host
      .asLogin('bob0')
      .get('/works')
      .expect(200)
      .expectNot(/volcans/);
    await teacher.get(`/search?q=moi&in=${to}`).expect(200, /1 réponse/);
  });

  test('T7: a work that is handed in and files that are sent during the join arrive in the class', async () => {
    const { host, tables } = drive;
    const { cm2 } = host.ids;
    const db = tables(SCHOOL);
    const [, mixed = ''] = await importClasses(host, {
      Mixte: ['ana0', 'ana1', 'bob0'],
      Autre: ['ana2', 'bob1', 'bob2'],
    });
    await addStandIn(host, 'teacherOfOtherClass', { from: '', until: '2026-12-18', groupId: mixed });
    const [teacher, pupil] = [host.as('teacherOfOtherClass'), host.asLogin('bob1')];
    const fill = new FillDrive(drive);
    for (const id of [cm2, mixed]) await fill.file(await fill.root(groupSpace(id)), 'avant.txt');
    const lessons = await fill.folder(await fill.root(groupSpace(mixed)), 'Leçons');
    const form = { ...WORK_FORM, title: 'Marées', do: 'handOut' };
    const { headers } = await teacher.post(`/groups/${mixed}/works/new`).form(form).expect(303);
    const [, workId = ''] = /\/works\/([\da-f-]{36})/.exec(headers.get('location') ?? '') ?? [];
    const part = partPath(workId, await host.ids.login('bob1'));
    await pupil.post(part).form({ action: 'start' }).expect(303);

    const handIn = async (): Promise<number[]> => [
      (await pupil.post(`${part}/files`).files({ 'marée.txt': 'haute' })).status,
      (await pupil.post(part).form({ action: 'handIn', word: 'Voilà' })).status,
    ];
    const upload = async (name: string, path: string): Promise<number[]> => [
      (await sendOn(teacher, path, {}, name)).status,
    ];
    const names = ['un.txt', 'deux.txt', 'trois.txt', 'quatre.txt'];
    const during = await Promise.all([
      ...[handIn(), upload('leçon.txt', `/folders/${lessons.id}/files`)],
      ...names.map((name) => upload(name, `/groups/${mixed}/files`)),
      joinByHand(host, { from: mixed, to: cm2 }).then(() => []),
    ]);
    expect(during.flat()).toEqual(Array(3 + names.length).fill(303));
    await host.host.classJoins.moveLateRows({ since: new Date(0) }, new AbortController().signal);
    await host.runJobs();

    const nodes = await db.repository(NodeRow).find();
    expect(JSON.stringify([nodes, await db.repository(SpaceRow).find()])).not.toContain(mixed);
    const there = nodes.filter(({ groupId, spaceKind }) => groupId === cm2 && spaceKind === 'group');
    expect(there.map(({ name }) => name)).toEqual(expect.arrayContaining([...names, 'leçon.txt', 'avant (2).txt']));
    expect(await driveFaults(db)).toEqual([]);
    await teacher
      .get(part)
      .expect(200, /marée\.txt/)
      .expect(200, /Voilà/);
  });

  testOnce(
    'T8: a class waits for a brick that volee.yaml does not name for a while, and then has what the brick kept',
    async () => {
      const { host } = drive;
      const { bricks, classJoins, database } = host.host;
      const joinedTo = async (): Promise<unknown> => {
        const query = "SELECT joinedTo FROM core_group WHERE name = 'Neuve'";
        const [row] = await database.dataSource.query<{ joinedTo: string | null }[]>(query);
        return row?.joinedTo;
      };
      const [fresh = ''] = await importClasses(host, { Neuve: ['ana0', 'ana1'] });
      const fill = new FillDrive(drive);
      const lesson = await fill.file(await fill.root(groupSpace(fresh)), 'leçon.txt');
      const pupil = host.asLogin('ana0');
      await pupil.get(`/files/${lesson.id}`).expect(200);
      const here = [...bricks];
      const running = bricks as (typeof bricks)[number][];
      running.splice(0, bricks.length, ...here.filter(({ id }) => id !== 'file-share'));
      await importClasses(host, { Neuve: ['ana0', 'ana1', 'ana2'] });
      expect(await joinedTo()).toBeNull();
      running.splice(0, bricks.length, ...here);
      await classJoins.settle();
      expect(await joinedTo()).toBe(host.ids.cm1);
      await pupil.get(`/files/${lesson.id}`).expect(200);
    },
  );

  testOnce(
    'a newcomer whose class of the file has ended reads nothing of it once the directory puts them into another class',
    async () => {
      const { host } = drive;
      const { cm1 } = host.ids;
      const pupils = ['ana0', 'ana1', 'ana2'];
      const [all = ''] = await importClasses(host, { Rentrée: [...pupils, 'neo0'] });
      await joinByHand(host, { from: all, to: cm1 });
      const fill = new FillDrive(drive);
      const open = await fill.openFolder(await fill.root(groupSpace(cm1)), 'Ouvert');
      const lesson = await fill.file(open, 'leçon.txt');
      host.clock.advance(600_000);
      await importClasses(host, { 'Groupe A': pupils, 'Groupe B': ['neo0'] });
      const neo = host.asLogin('neo0');
      await neo.get(`/files/${lesson.id}`).expect(200);

      host.clock.advance(600_000);
      await applyRecords(host, [...(await sampleRecords()), ...records, member(SCHOOL, 'cm2', 'neo0')]);
      const form = host.asLogin('ana0').post(`/folders/${open.id}/files`);
      await form.files({ 'poème.txt': 'de ana0' }).expect(303);
      const [poem] = await drive
        .tables(SCHOOL)
        .repository(NodeRow)
        .find({ where: { name: 'poème.txt' } });
      const read = [`/files/${poem?.id}`, `/files/${lesson.id}`, `/folders/${open.id}`, `/groups/${cm1}`];
      for (const path of read) await neo.get(path).expect(404);
      await host.asLogin('ana1').get(`/files/${poem?.id}`).expect(200);
    },
  );
});
