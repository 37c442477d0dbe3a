// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../testing/sample-directory.js';
import { testDatabases } from '../../testing/test-databases.js';
import { coreSchema } from '../app/core-schema.js';
import { SchoolRow } from '../domain/directory/school.entity.js';
import { goodManifest } from './bricks-for-tests.js';
import { DiskStorage } from '../infra/storage/disk-storage.js';
import { brickDatabase, noDatabase } from './brick-database.js';
import { NoteRow, notesOwner, openNotes, type NotesDatabase } from '../infra/database/notes-for-tests.js';

const manifest = { ...goodManifest, kind: 'directory-source', entities: [NoteRow] } as const;

const storage = new DiskStorage('/nowhere');

describe.each(testDatabases())('the database of a directory on $name', (kind) => {
  let database: NotesDatabase;
  beforeAll(async () => {
    database = await openNotes(kind, [coreSchema, notesOwner]);
    const named = { name: 'École', foldedName: 'ecole', kind: 'primary' } as const;
    const school = { ...named, timeZone: 'Europe/Paris', source: 'ldap', createdAt: new Date(0) };
    await database.dataSource.manager.insert(SchoolRow, [
      { ...school, uai: OTHER_SCHOOL },
      { ...school, uai: SCHOOL },
    ]);
  });
  afterAll(() => database.drop());

  test('T1: each school is accessed separately and sees no other', async () => {
    const db = brickDatabase(database.unitOfWork, manifest, 1_000, storage);
    await db
      .forSchool(SCHOOL)
      .repository(NoteRow)
      .insert([{ text: 'here', groupId: null }]);
    expect(await db.forSchool(OTHER_SCHOOL).repository(NoteRow).find()).toEqual([]);
    expect(await db.forSchool(SCHOOL).repository(NoteRow).find()).toMatchObject([{ school: SCHOOL, text: 'here' }]);
  });

  test('T2: a feature brick has only the school of the address and no BrickDatabase', () => {
    const db = brickDatabase(database.unitOfWork, { ...manifest, kind: 'feature' }, 1_000, storage);
    expect(() => db.forSchool(SCHOOL)).toThrow('agenda is of kind feature');
  });
});

test('a brick without a host has no tables', async () => {
  expect(() => noDatabase.forSchool(SCHOOL)).toThrow('there is no database');
});
