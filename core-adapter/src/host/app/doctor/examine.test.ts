// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Finding } from '../../../api/check.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { brickWith, entryOf } from '../../bricks/bricks-for-tests.js';
import type { BrickEntry } from '../../domain/bricks/loaded-brick.js';
import { SchoolRow } from '../../domain/directory/school.entity.js';
import { migrate } from '../../infra/database/migrate.js';
import { newId } from '../../infra/database/new-id.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../../infra/database/notes-for-tests.js';
import { openDatabase } from '../../infra/database/open-database.js';
import { schemaOwners } from '../schema-owners.js';
import { examine, type Diagnosis } from './examine.js';
import { readableSettings } from './readable-settings.js';

const settings = { bricks: {} };
const secretSchema = z.strictObject({ key: z.string().meta({ description: 'What opens it.', secret: true }) });

function examineBricks(bricks: readonly BrickEntry[]): Promise<Diagnosis[]> {
  return examine({ settings, problems: [], bricks, env: { KEY: 'opens-everything' } });
}

test('the checks of a brick run, and an error in one does not hide the other findings', async () => {
  const torn = brickWith({ id: 'torn' }, ({ check }) => {
    check({ name: 'printer', run: () => Promise.reject(new Error('no paper')) });
    check({ name: 'lamp', run: () => Promise.resolve([{ state: 'good', sentence: 'It burns.' }]) });
    check({ name: 'bell', run: () => Promise.resolve({ state: 'good', sentence: 'It rings.' } as never) });
  });
  const lines = await examineBricks([entryOf(torn)]);
  expect(lines.filter(({ check }) => ['printer', 'lamp', 'bell'].includes(check))).toEqual([
    { check: 'printer', state: 'bad', sentence: expect.stringContaining('no paper'), remedy: expect.any(String) },
    { check: 'lamp', state: 'good', sentence: 'It burns.' },
    {
      check: 'bell',
      state: 'bad',
      sentence: expect.stringMatching(/^The check "bell" of torn gives no list/),
      remedy: expect.any(String),
    },
  ]);
  expect(lines.map(({ check }) => check)).toEqual(expect.arrayContaining(['node', 'settings', 'mail', 'bricks']));
});

test('no secret of a brick is shown, whatever its checks report', async () => {
  const loud = brickWith({ id: 'loud', settings: secretSchema }, (brick) => {
    const { key } = secretSchema.parse(brick.settings);
    brick.check({ name: 'loud', run: () => Promise.reject(new Error(`wrong key ${key}`)) });
    brick.check({
      name: 'loud',
      run: () => Promise.resolve([{ state: 'warn', sentence: `${key}!`, remedy: `Change ${key}.` }]),
    });
  });
  const lines = await examineBricks([entryOf(loud, '@acme/loud', { key: '${KEY}' })]);
  expect(lines.filter(({ check }) => check === 'loud')).toHaveLength(2);
  expect(JSON.stringify(lines)).not.toContain('opens-everything');
});

test('the mail server is contacted, and its password is not shown; a wrong setting is reported once', async () => {
  const mail = { url: 'smtp://volee:geheim@127.0.0.1:1', from: 'ent@example.org', admins: [] };
  const lines = await examine({ settings: { bricks: {}, mail }, problems: [], bricks: [], env: {} });
  expect(lines.find(({ check }) => check === 'mail')).toMatchObject({ state: 'bad' });
  expect(JSON.stringify(lines)).not.toContain('geheim');
  const wrong = await examine({ settings, problems: ['mail.url: write smtp://host:port'], bricks: [], env: {} });
  expect(wrong.filter(({ check }) => check === 'mail')).toEqual([]);
});

test('of settings that cannot be read, nothing is said about mail and operator', async () => {
  const unread = readableSettings('/nowhere/volee.yaml', {});
  const lines = await examine({ settings: unread, problems: ['the file cannot be read'], bricks: [], env: {} });
  expect(lines.map(({ check }) => check)).toEqual(expect.not.arrayContaining(['mail', 'operator']));
  expect(lines.find(({ check }) => check === 'settings')).toMatchObject({ state: 'bad' });
});

test('what bricks took they give back, also when one of them cannot be activated', async () => {
  const given: string[] = [];
  const well = brickWith({ id: 'well' }, ({ onStop }) => onStop(() => void given.push('well')));
  const torn = brickWith({ id: 'torn' }, () => {
    throw new Error('torn');
  });
  const lines = await examineBricks([entryOf(well, '@acme/well'), entryOf(torn, '@acme/torn')]);
  expect(given).toEqual(['well']);
  expect(lines.filter(({ check }) => check === 'bricks').map(({ state }) => state)).toEqual(['good', 'bad']);
});

test('of a brick whose kind is not known, it may be the one that is missed', async () => {
  const gone: BrickEntry = { name: '@acme/gone', settings: {}, load: () => Promise.reject(new Error('gone')) };
  expect((await examineBricks([gone])).filter(({ state }) => state === 'bad').map(({ check }) => check)).toEqual([
    'bricks',
  ]);
  expect((await examineBricks([])).filter(({ state }) => state === 'bad').map(({ check }) => check)).toEqual([
    ...['directory', 'sso', 'bricks'],
  ]);
});

test.each(testDatabases())('a check of a brick reads its rows in each school, on $name', async (kind) => {
  const counting = brickWith(
    { id: 'notes', entities: [NoteRow], migrations: [CreateNotes1764028800000], personalData: { none: 'none' } },
    ({ check, moveGroup }) => {
      moveGroup(moveNotes);
      check({
        name: 'notes',
        async run(_signal, schools) {
          const found: Finding[] = [];
          for await (const { school, schoolYear, db } of schools()) {
            const count = await db.repository(NoteRow).count();
            found.push({ state: 'good', sentence: `${school.name} ${schoolYear}: ${count}` });
          }
          return found;
        },
      });
    },
  );
  const { url, drop } = await kind.fresh();
  try {
    const clock = new TestClock('2026-12-01T08:00:00Z');
    const look = async (): Promise<Diagnosis[]> => {
      const options = { settings: { bricks: {}, database: { url } }, problems: [], env: {}, clock };
      return (await examine({ ...options, bricks: [entryOf(counting)] })).filter(({ check }) => check === 'notes');
    };
    const owners = schemaOwners([counting.manifest]);
    await migrate(url, schemaOwners([]));
    expect(await look()).toEqual([]);
    await migrate(url, owners);
    const database = await openDatabase(
      url,
      owners.flatMap(({ entities }) => entities),
    );
    const school = { kind: 'primary', timeZone: 'Europe/Paris', source: 'ldap', createdAt: new Date(0) } as const;
    await database.dataSource.manager.insert(SchoolRow, [
      { ...school, uai: OTHER_SCHOOL, name: 'Les Tilleuls', foldedName: 'les tilleuls' },
      { ...school, uai: SCHOOL, name: 'Les Lilas', foldedName: 'les lilas' },
    ]);
    await database.dataSource.manager.insert(NoteRow, { id: newId(), school: SCHOOL, text: 'one', groupId: null });
    await database.close();
    expect(await look()).toEqual([
      { check: 'notes', state: 'good', sentence: 'Les Lilas 2026: 1' },
      { check: 'notes', state: 'good', sentence: 'Les Tilleuls 2026: 0' },
    ]);
  } finally {
    await drop();
  }
});

test('a check that asks for schools finds nothing where there is no database, which another check reports', async () => {
  const asking = brickWith({ id: 'asking' }, ({ check }) =>
    check({
      name: 'asking',
      async run(_signal, schools) {
        for await (const { school } of schools()) return [{ state: 'good', sentence: school.name }];
        return [];
      },
    }),
  );
  const lines = await examineBricks([entryOf(asking)]);
  expect(lines.filter(({ check }) => check === 'asking')).toEqual([]);
});
