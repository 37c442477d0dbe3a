// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  Column,
  DeleteDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  Table,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { defineBrick } from '../../api/brick.js';
import { ConflictError } from '../../api/errors.js';
import { OTHER_SCHOOL, SCHOOL } from '../../testing/sample-directory.js';
import { startTestHost } from '../../testing/start-test-host.js';
import { onceInQuickRun } from '../../testing/full-run.js';
import { bothDatabases } from '../../testing/test-databases.js';
import { column, index } from '../infra/database/columns.js';
import { CreateNotes1764028800000, moveNotes, NoteRow } from '../infra/database/notes-for-tests.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { replyBrick } from '../http/reply-brick-for-tests.js';
import { brickDataIn } from '../domain/bricks/brick-data-in.js';
import { FilesUseRow } from '../infra/storage/files-use.entity.js';
import { noteUse, olderDatabase } from '../infra/storage/files-use.js';
import { coreSchema } from './core-schema.js';
import { checkContent } from './doctor/check-content.js';
import { sweepContent } from './sweep-content.js';

const A_DAY = 24 * 3_600_000;

/** Rows that are only marked as deleted. */
@Entity('notes_bin')
@Index('notes_bin_school', ['school'])
class BinRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 39 })
  key!: string;

  @DeleteDateColumn({ type: 'datetime', nullable: true })
  deletedAt!: Date | null;
}

class CreateBin1764028800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const deletedAt = { name: 'deletedAt', type: 'datetime', isNullable: true };
    const columns = [column.id(), column.text('school', 8), column.text('key', 39), deletedAt];
    await runner.createTable(
      new Table({ name: 'notes_bin', columns, indices: [index('notes_bin_school', ['school'])] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notes_bin');
  }
}

/** A brick with two columns that hold keys of stored files. */
const notes = defineBrick(
  {
    ...replyBrick.manifest,
    id: 'notes',
    entities: [NoteRow, BinRow],
    migrations: [CreateNotes1764028800000, CreateBin1764028800001],
    personalData: { none: 'summary' },
    storedKeys: [
      { entity: NoteRow, column: 'text' },
      { entity: BinRow, column: 'key' },
    ],
  },
  ({ moveGroup }) => moveGroup(moveNotes),
);

const hosts = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    test: await startTestHost({ bricks: [notes], database }),
  })),
);

describe.each(hosts)('content without a row, on $name', ({ name, test: bench }) => {
  const testOnce = onceInQuickRun({ name });
  const { host, clock } = bench;
  const brick = host.bricks.find((one): one is ReadyBrick => one.state === 'ready');
  if (!brick) throw new Error('the brick is not there');
  const here = brickDataIn(host, brick, SCHOOL);
  const there = brickDataIn(host, brick, OTHER_SCHOOL);
  const store = async ({ storage }: typeof here): Promise<string> =>
    (await storage.store(Readable.from(['x']), { maxBytes: 9 })).key;
  const note = (text: string) => ({ text, groupId: null });
  const sweep = (bricks = host.bricks): Promise<number> => sweepContent({ ...host, bricks });

  testOnce(
    'F15: is removed in every school; content that a row of the school names stays, however old it is',
    async () => {
      const keys = { here: await store(here), there: await store(there), lost: await store(here) };
      await here.db.repository(NoteRow).insert([note('some words'), note(keys.here)]);
      await there.db.repository(NoteRow).insert([note('none'), { ...note(keys.there) }]);
      clock.advance(30 * A_DAY);
      expect(await sweep()).toBe(1);
      await expect(here.storage.open(keys.lost)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const [{ storage }, key] of [[here, keys.here] as const, [there, keys.there] as const]) {
        (await storage.open(key)).destroy();
      }
    },
  );

  test('F15: a row that is written too late is a conflict, and names nothing; in time, by insert or update, it keeps the content', async () => {
    const rows = here.db.repository(NoteRow);
    const [late, inTime, changed] = [await store(here), await store(here), await store(here)];
    const [written] = await rows.insert([note('to be changed')]);
    clock.advance(A_DAY);
    await here.db.transaction(async () => {
      await rows.insert([note(inTime)]);
      await rows.update({ id: written?.id ?? '' }, { text: changed });
      clock.advance(A_DAY / 2);
      // Another process sweeps before the transaction commits, and sees none of its rows.
      for (const key of [late, inTime, changed]) {
        await host.storage.removeUnless('notes', SCHOOL, key, () => Promise.resolve(false));
      }
    });
    await expect(rows.insert([note(late)])).rejects.toBeInstanceOf(ConflictError);
    await expect(rows.update({ id: written?.id ?? '' }, { text: late })).rejects.toBeInstanceOf(ConflictError);
    clock.advance(30 * A_DAY);
    expect(await sweep()).toBe(0);
    for (const key of [inTime, changed]) (await here.storage.open(key)).destroy();
    expect(await rows.count({ where: { text: late } })).toBe(0);
  });

  testOnce(
    'F15: a key in a column that is not declared is refused at the first write, and not lost a day later',
    async () => {
      const [first, second] = [await store(here), await store(here)];
      const rows = here.db.repository(NoteRow);
      const sentence = /NoteRow#groupId names the stored content .*manifest\.storedKeys/;
      await expect(rows.insert([{ ...note('x'), groupId: first }])).rejects.toThrow(sentence);
      await expect(rows.update({ text: 'x' }, { groupId: `["${second}"]` })).rejects.toThrow(sentence);
      // Text that only looks like a key may be written.
      await rows.insert([{ ...note('x'), groupId: first.slice(0, 36) }]);
      for (const key of [first, second]) await here.storage.remove(key);
    },
  );

  testOnce('F15: a row that is only marked as deleted still names its content', async () => {
    const key = await store(here);
    const rows = here.db.repository(BinRow);
    const [written] = await rows.insert([{ key, deletedAt: null }]);
    await rows.update({ id: written?.id ?? '' }, { deletedAt: clock.now() });
    clock.advance(2 * A_DAY);
    expect([await rows.count(), await sweep()]).toEqual([0, 0]);
    (await here.storage.open(key)).destroy();
  });

  testOnce('T1: the key of another school names nothing here', async () => {
    const key = await store(there);
    await expect(here.db.repository(NoteRow).insert([note(key)])).rejects.toBeInstanceOf(ConflictError);
  });

  testOnce('files stay when the database knows none of their schools', async () => {
    const key = await store(here);
    clock.advance(2 * A_DAY);
    const schools = (await host.directory.schools()).map((school) => ({ ...school, uai: '0990001A' }));
    const directory = Object.assign(Object.create(host.directory) as typeof host.directory, {
      schools: () => Promise.resolve(schools),
    });
    expect(await sweepContent({ ...host, directory })).toBe(0);
    await here.storage.remove(key);
  });

  testOnce('F15: files that are newer than the database stay, and doctor says so, until somebody decides', async () => {
    const { storage, database } = host;
    const tools = { unitOfWork: database.unitOfWork, storage, clock };
    await noteUse(tools);
    const backup = await database.dataSource.getRepository(FilesUseRow).find();
    clock.advance(A_DAY / 2);
    const key = await store(here);
    await noteUse(tools);
    clock.advance(2 * A_DAY);
    expect(await olderDatabase(tools)).toBeUndefined();

    // The backup comes back: its rows do not name the file.
    await database.dataSource.getRepository(FilesUseRow).save(backup);
    expect(await sweep()).toBe(0);
    await noteUse(tools);
    expect(await sweep()).toBe(0);
    const { storageFolder: folder } = bench;
    const owners = [coreSchema, { id: 'notes', entities: [NoteRow, BinRow], migrations: [] }];
    const options = { folder, databaseUrl: host.settings.database.url, owners, bricks: host.bricks, clock };
    const [finding] = await checkContent(options);
    expect(finding).toMatchObject({
      state: 'warn',
      sentence: expect.stringMatching(/older than the stored files/) as string,
    });
    (await here.storage.open(key)).destroy();

    // The count includes the file of the previous test.
    await rm(storage.lastUseFile);
    expect(await sweep()).toBe(2);
    await noteUse(tools);
    expect(await olderDatabase(tools)).toBeUndefined();
  });

  testOnce('P11: a brick whose rows cannot be read keeps its content, and the others are swept', async () => {
    const key = await store(here);
    clock.advance(2 * A_DAY);
    class Unmapped {}
    const torn = { ...brick, manifest: { ...brick.manifest, storedKeys: [{ entity: Unmapped, column: 'key' }] } };
    expect(await sweep([torn])).toBe(0);
    (await here.storage.open(key)).destroy();
    expect(await sweep([torn, brick])).toBe(1);
  });
});
