// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, type TestDatabase } from '@volee/core-adapter/testing';
import { startDrive } from '../drive-for-tests.js';
import { askAll } from './ask-all-for-tests.js';
import { askingsOf } from './askings-for-tests.js';
import { NODE_TABLE } from './node-table-for-tests.js';
import { partAskings } from './part-askings-for-tests.js';
import { PART_STATES, partIn, type State } from './part-states-for-tests.js';
import { browsersAt, replaceTeacher, TABLE_RECORDS } from './people-for-tests.js';
import { Places } from './places-for-tests.js';
import { trashAskings, trashedElsewhere } from './trash-askings-for-tests.js';

async function start(database: TestDatabase) {
  const drive = await startDrive({ database, records: TABLE_RECORDS });
  await replaceTeacher(drive.host);
  const places = new Places(drive);
  await places.giveOwnFiles();
  // Which person is related to what is decided in the code: on a further database the persons without any right send fewer requests.
  const isWhole = database.name === testDatabases()[0]?.name;
  return { name: database.name, isWhole, drive, places, browsers: browsersAt(drive.host, SCHOOL) };
}

const started = await Promise.all(testDatabases().map(start));

describe.each(started)('who sees what on $name', ({ isWhole, drive, places, browsers }) => {
  test.each(NODE_TABLE)('T1 T3 T6 T8 $name', async (row) => {
    await places.clear();
    const tools = { ...drive, browsers, secret: places.secret };
    const there = await askAll(askingsOf(row.may, isWhole), { ...tools, prepare: () => places.make(row.where) });
    const inTrash = await askAll(trashAskings(row), { ...tools, prepare: () => places.makeTrashed(row.where) });
    expect([...there, ...inTrash]).toEqual([]);
  });

  test('T4 T6 what is in the trash is found at no other address', async () => {
    const prepare = () => places.makeTrashed({ space: 'cm1', isOpen: true, by: 'pupil' });
    expect(await askAll(trashedElsewhere(), { ...drive, browsers, prepare, secret: places.secret })).toEqual([]);
  });

  test.each(Object.keys(PART_STATES) as State[])('T1 T3 T8 a work, and the part of a pupil: %s', async (state) => {
    const tools = { ...drive, browsers, prepare: () => partIn(state, drive), secret: () => 'secret-work' };
    expect(await askAll(partAskings(state), tools)).toEqual([]);
  });
});
