// SPDX-License-Identifier: EUPL-1.2
import {
  inFullRun,
  isQuickRun,
  nameSampleTwice,
  OTHER_SCHOOL,
  SCHOOL,
  testDatabases,
  type TestDatabase,
} from '@volee/core-adapter/testing';
import { startDrive, type DriveForTests } from '../start/drive-for-tests.js';
import { FillDrive } from '../start/fill-drive-for-tests.js';
import { filePath, readersPath, trashPath } from '../../paths.js';
import { groupSpace } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import type { NodeRow } from '../../store/node.entity.js';
import { askAll, stored } from './ask-all-for-tests.js';
import { askingsOf } from './askings-for-tests.js';
import { NODE_ACTIONS } from './node-actions-for-tests.js';
import { NODE_TABLE, type NodePlaceRow } from './node-table-for-tests.js';
import { partAskings } from './part-askings-for-tests.js';
import { PART_STATES, partIn, type State } from './part-states-for-tests.js';
import { PART_TABLE } from './part-table-for-tests.js';
import { browsersAt, replaceTeacher, TABLE_RECORDS } from './people-for-tests.js';
import { Places } from './places-for-tests.js';
import { WORK_TABLE } from './work-table-for-tests.js';
import { trashAskings, trashedElsewhere } from './trash-askings-for-tests.js';

async function start(database: TestDatabase) {
  const drive = await startDrive({ database, records: TABLE_RECORDS });
  await replaceTeacher(drive.host);
  const isFirst = database.name === testDatabases()[0]?.name;
  // On the second database, each class comes from two sources.
  if (!isFirst) await nameSampleTwice(drive.host);
  const places = new Places(drive);
  await places.giveOwnFiles();
  return { name: database.name, isFirst, drive, places, browsers: browsersAt(drive.host, SCHOOL) };
}

const started = await Promise.all(testDatabases().map(start));

describe.each(started)('who sees what on $name', ({ isFirst, drive, places, browsers }) => {
  const asked = async (row: NodePlaceRow): Promise<void> => {
    await places.clear();
    // Which person is related to what is decided in the code: once they have sent all, people without any right send fewer requests.
    const isWhole = isFirst && !row.isAlike && (row.isWhole === true || !isQuickRun());
    const tools = { ...drive, browsers, secret: places.secret };
    const there = await askAll(askingsOf(row.may, isWhole), { ...tools, prepare: () => places.make(row.where) });
    const inTrash = await askAll(trashAskings(row, isWhole), {
      ...tools,
      prepare: () => places.makeTrashed(row.where),
    });
    expect([...there, ...inTrash]).toEqual([]);
  };
  test.each(NODE_TABLE.filter(({ isAlike }) => !isAlike))('T1 T3 T5 T6 T8 $name', asked);
  if (isFirst) inFullRun().each(NODE_TABLE.filter(({ isAlike }) => isAlike))('T1 T3 T5 T6 T8 $name', asked);

  test('T4 T6 what is in the trash is found at no other address', async () => {
    const prepare = () => places.makeTrashed({ space: 'cm1', isOpen: true, by: 'pupil' });
    expect(await askAll(trashedElsewhere(), { ...drive, browsers, prepare, secret: places.secret })).toEqual([]);
  });

  test.each(Object.keys(PART_STATES) as State[])('T1 T3 T5 T8 a work, and the part of a pupil: %s', async (state) => {
    const tools = { ...drive, browsers, prepare: () => partIn(state, drive), secret: () => 'secret-work' };
    expect(await askAll(partAskings(state), tools)).toEqual([]);
  });

  test('T1 T3 T4 at the address of another school nothing of it exists, for persons of both schools either', async () => {
    const { folder, file, until } = await places.make({ space: 'cm1' });
    const node = { folder, file, until, ownFiles: new Map() };
    const part = await partIn('handedIn', drive);
    const before = await stored(drive);
    const told: string[] = [];
    for (const login of ['teacherInBothSchools', 'headOfOtherSchool', 'pupilOfOtherSchool', 'guardianInBothSchools']) {
      const person = drive.host.asLogin(login, OTHER_SCHOOL);
      const sent = [
        ...NODE_ACTIONS.map(({ name, send }) => ({ name, exchange: send(node, person, 'teacher') })),
        ...[...PART_TABLE, ...WORK_TABLE].map(({ name, send }) => ({ name, exchange: send(part, person) })),
      ];
      for (const { name, exchange } of sent) {
        const { status, text } = await exchange.header('Accept', 'application/json');
        const isKnown = text.includes(places.secret(node)) || text.includes('secret-work');
        if ((status !== 404 && status !== 403) || isKnown) told.push(`${login} ${name}: ${status}`);
      }
    }
    expect(told).toEqual([]);
    expect(await stored(drive)).toBe(before);
  });

  test('T2 a school that is missing, empty or misspelt is none, and not all of them', async () => {
    const { file } = await places.make({ space: 'own', by: 'teacher' });
    const teacher = drive.host.asLogin('teacher');
    for (const school of ['', '%20', 'null', 'undefined', '%25', SCHOOL.toLowerCase(), `${SCHOOL},${OTHER_SCHOOL}`]) {
      for (const path of [`/files/${file.id}`, '/own', '/search?q=secret']) {
        await teacher
          .get(`/s/${school}/file-share${path}`)
          .expect(404)
          .expectNot(/-secret-/);
      }
    }
    for (const command of ['files verify', 'files usage']) {
      for (const school of ['', ' ', 'nowhere']) {
        await expect(drive.host.command(command, { options: { school } })).rejects.toThrow();
      }
    }
  });

  test('T11 what a browser or a school has kept is given to nobody that it is not for any more', async () => {
    const { file } = await places.make({ space: 'cm1' });
    const { headers } = await browsers.pupil.get(filePath(file)).expect(200);
    const etag = headers.get('etag') ?? '';
    await browsers.pupil.get(filePath(file)).header('If-None-Match', etag).expect(304);
    await browsers.otherPupil.get(filePath(file)).header('If-None-Match', etag).expect(404);
    await browsers.teacher.post(readersPath(file)).form({ readers: 'teachers' }).expect(303);
    await browsers.pupil.get(filePath(file)).header('If-None-Match', etag).expect(404);
    await browsers.guardian.get(filePath(file)).header('Range', 'bytes=0-1').expect(404);
    // The same bytes in two schools are two contents.
    const { storageKey } = await contentOf(drive, SCHOOL, file);
    const elsewhere = new FillDrive(drive, OTHER_SCHOOL);
    const root = await elsewhere.root(groupSpace(drive.host.ids.sixthA));
    const same = await elsewhere.file(root, 'pareil.txt', file.name.replace('txt', ''));
    expect((await contentOf(drive, OTHER_SCHOOL, same)).storageKey).not.toBe(storageKey);
  });

  test('T9 while the brick is for another class alone, the head and the office read what they read before, and this class nothing', async () => {
    const node = await places.make({ space: 'cm1' });
    const part = await partIn('started', drive);
    const { activations, directory } = drive.host.host;
    const cm2 = (await directory.groups(SCHOOL)).find(({ name }) => name === 'CM2')?.id ?? '';
    const read = async (who: 'head' | 'staff' | 'teacher' | 'pupil' | 'guardian'): Promise<number[]> => {
      const person = browsers[who];
      const reading = [...PART_TABLE, ...WORK_TABLE].filter(({ method }) => method === 'GET');
      const exchanges = [
        ...reading.map(({ send }) => send(part, person)),
        ...[filePath(node.file), '/', '/own', '/school', '/search?q=secret', '/works'].map((path) => person.get(path)),
      ];
      return (await Promise.all(exchanges)).map(({ status }) => status);
    };
    const before = [await read('head'), await read('staff')];
    expect(before.flat()).toContain(200);
    await activations.disable(SCHOOL, 'file-share', 'cli');
    await activations.enable(SCHOOL, 'file-share', 'cli', { profiles: [], groupIds: [cm2], from: null, until: null });
    expect([await read('head'), await read('staff')]).toEqual(before);
    for (const who of ['teacher', 'pupil', 'guardian'] as const)
      expect(new Set(await read(who))).toEqual(new Set([404]));
    await activations.disable(SCHOOL, 'file-share', 'cli');
    await activations.enable(SCHOOL, 'file-share', 'cli');
  });

  test('T9 switched off, the brick is at none of these addresses', async () => {
    const node = await places.make({ space: 'cm1' });
    const part = await partIn('started', drive);
    const { activations } = drive.host.host;
    await activations.disable(SCHOOL, 'file-share', 'cli');
    const before = await stored(drive);
    const statuses = new Set<number>();
    for (const who of ['teacher', 'pupil', 'guardian', 'head', 'staff'] as const) {
      const person = browsers[who];
      const exchanges = [
        ...NODE_ACTIONS.map(({ send }) => send(node, person, who)),
        ...[...PART_TABLE, ...WORK_TABLE].map(({ send }) => send(part, person)),
        person.get(trashPath(node.file.spaceId)),
        ...['/', '/own', '/school', '/search?q=secret', '/works'].map((path) => person.get(path)),
      ];
      const answers = exchanges.map((exchange) => exchange.header('Accept', 'application/json'));
      for (const { status } of await Promise.all(answers)) statuses.add(status);
    }
    expect([...statuses]).toEqual([404]);
    expect(await stored(drive)).toBe(before);
    await activations.enable(SCHOOL, 'file-share', 'cli');
    await browsers.teacher.get(filePath(node.file)).expect(200);
  });
});

async function contentOf({ tables }: DriveForTests, uai: string, { contentId }: NodeRow): Promise<ContentRow> {
  const row = await tables(uai)
    .repository(ContentRow)
    .findOne({ where: { id: contentId ?? '' } });
  if (!row) throw new Error('A file has no content.');
  return row;
}
