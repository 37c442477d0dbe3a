// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Column, Entity, Index, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { PersonalDataHandlers, PersonTable } from '../../../api/personal-data.js';
import { TestClock } from '../../../testing/test-clock.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { goodManifest } from '../../bricks/bricks-for-tests.js';
import { column, index } from '../../infra/database/columns.js';
import { openNotes, type NotesDatabase } from '../../infra/database/notes-for-tests.js';
import { DiskStorage } from '../../infra/storage/disk-storage.js';
import { LIMITS } from '../../infra/util/limits.js';
import { brickDataIn } from '../bricks/brick-data-in.js';
import { declaredHandlers, declaredMoveGroup } from './declared-handlers.js';

const CLOCK = new TestClock();

@Entity('diary_photo')
@Index('diary_photo_school', ['school'])
class PhotoRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  @Column('varchar', { length: 36, nullable: true })
  addedBy!: string | null;

  @Column('varchar', { length: 100 })
  name!: string;

  @Column('varchar', { length: 100, nullable: true })
  key!: string | null;
}

@Entity('diary_day')
@Index('diary_day_school', ['school'])
class DayRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  readerId!: string;

  @Column('varchar', { length: 36, nullable: true })
  classId!: string | null;
}

class CreateDiary1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const photo = [
      ...[column.id(), column.text('school', 8), column.uuid('pupilId'), column.uuid('addedBy', { optional: true })],
      ...[column.text('name', 100), column.text('key', 100, { optional: true })],
    ];
    const indices = [index('diary_photo_school', ['school'])];
    await runner.createTable(new Table({ name: 'diary_photo', columns: photo, indices }));
    const day = [
      column.id(),
      column.text('school', 8),
      column.uuid('readerId'),
      column.uuid('classId', { optional: true }),
    ];
    const ofDay = [index('diary_day_school', ['school'])];
    await runner.createTable(new Table({ name: 'diary_day', columns: day, indices: ofDay }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['diary_photo', 'diary_day']) await runner.dropTable(name);
  }
}

const manifest = (...tables: PersonTable[]) => ({
  ...goodManifest,
  id: 'diary',
  entities: [PhotoRow, DayRow],
  migrations: [CreateDiary1764028800000],
  storedKeys: [{ entity: PhotoRow, column: 'key' }],
  personalData: { kept: 'title', purpose: 'summary', retention: 'summary', tables },
});
const PHOTOS: PersonTable = { entity: PhotoRow, columns: { pupilId: 'delete', addedBy: 'blank' } };
const DAYS: PersonTable = { entity: DayRow, columns: { readerId: 'handlers' } };

const [HERE, THERE] = ['0390001X', '0390002Y'] as const;
const [LEA, TOM, CLAIRE] = ['lea', 'tom', 'claire'] as const;
const [CM1, CM2] = ['cm1', 'cm2'] as const;

describe.each(bothDatabases())('handlers that are made from declared columns, on $name', (kind) => {
  let database: NotesDatabase;
  let storage: DiskStorage;
  beforeEach(async () => {
    database = await openNotes(kind, [{ ...manifest(), id: 'diary' }]);
    storage = new DiskStorage(await mkdtemp(join(tmpdir(), 'volee-declared-')));
    for (const uai of [HERE, THERE]) {
      const photos = [];
      for (const [pupilId, addedBy] of [
        [LEA, CLAIRE],
        [TOM, LEA],
        [TOM, CLAIRE],
      ] as const) {
        const { key } = await dataIn(uai).storage.store(Readable.from([`${pupilId} by ${addedBy}`]), { maxBytes: 99 });
        photos.push({ pupilId, addedBy, name: `${pupilId} by ${addedBy}`, key });
      }
      await dataIn(uai).db.repository(PhotoRow).insert(photos);
      await dataIn(uai)
        .db.repository(DayRow)
        .insert([{ readerId: LEA, classId: CM1 }]);
    }
  });
  afterEach(() => database.drop());

  const dataIn = (uai: string) =>
    brickDataIn({ database, storage, limits: LIMITS }, { id: 'diary', manifest: manifest() }, uai);
  const person = (personId: string, uai: string = HERE) => ({ ...dataIn(uai), personId, sourceKeys: [] });
  const photosIn = async (uai: string): Promise<string[]> => {
    const rows = await dataIn(uai)
      .db.repository(PhotoRow)
      .find({ order: { name: 'ASC' } });
    return rows.map(({ name, pupilId, addedBy }) => `${name}: ${pupilId} ${String(addedBy)}`);
  };
  const countFiles = async (uai: string): Promise<number> => {
    let count = 0;
    for await (const _ of dataIn(uai).storage.keys()) count += 1;
    return count;
  };
  const BEFORE = ['lea by claire: lea claire', 'tom by claire: tom claire', 'tom by lea: tom lea'];
  const untouched = async (uai: string): Promise<void> => {
    expect(await photosIn(uai)).toEqual(BEFORE);
    expect(await countFiles(uai)).toBe(3);
  };

  test('T7: an export holds the rows and the files of the person in this school, without ids of others', async () => {
    const { records, files } = await declaredHandlers(manifest(PHOTOS), {}).exportPerson(person(LEA));
    expect(records).toEqual({ photo: [{ name: 'lea by claire' }, { name: 'tom by lea' }] });
    expect(files?.map(({ name }) => name)).toEqual(['lea by claire', 'tom by lea']);
    const named = declaredHandlers(manifest({ ...PHOTOS, exportAs: 'photos' }), {});
    expect(Object.keys((await named.exportPerson(person(LEA))).records)).toEqual(['photos']);
  });

  test('T7: an erasure deletes rows with their files, blanks the other columns, and may be done again', async () => {
    const { erasePerson } = declaredHandlers(manifest(PHOTOS), {});
    const broken = { ...person(LEA).storage, remove: () => Promise.reject(new Error('the disk fails')) };
    await expect(erasePerson({ ...person(LEA), storage: broken })).rejects.toThrow('the disk fails');
    await untouched(HERE);
    await erasePerson(person(LEA));
    await erasePerson(person(LEA));
    expect(await photosIn(HERE)).toEqual(['tom by claire: tom claire', 'tom by lea: tom null']);
    expect(await countFiles(HERE)).toBe(2);
    await untouched(THERE);
  });

  test('T7: a move gives the rows of one person to the other, in one school', async () => {
    const { movePerson } = declaredHandlers(manifest(PHOTOS), {});
    await movePerson({ ...dataIn(HERE), clock: CLOCK, from: LEA, to: TOM });
    expect(await photosIn(HERE)).toEqual([
      'lea by claire: tom claire',
      'tom by claire: tom claire',
      'tom by lea: tom tom',
    ]);
    await untouched(THERE);
    await declaredHandlers(manifest({ ...PHOTOS, move: 'handlers' }), {}).movePerson({
      ...dataIn(THERE),
      clock: CLOCK,
      from: LEA,
      to: TOM,
    });
    await untouched(THERE);
  });

  test('T7: a move of a class gives its rows to the other, in one school, after the handler of the brick', async () => {
    const classesIn = async (uai: string): Promise<(string | null)[]> => {
      const days = await dataIn(uai).db.repository(DayRow).find();
      return days.map(({ classId }) => classId);
    };
    const declared = manifest(PHOTOS, { entity: DayRow, columns: { readerId: 'delete', classId: 'group' } });
    const seen: (string | null)[][] = [];
    const moveGroup = declaredMoveGroup(declared, async ({ uai }) => void seen.push(await classesIn(uai)));
    await moveGroup?.({ ...dataIn(HERE), clock: CLOCK, from: CM1, to: CM2 });
    expect([seen, await classesIn(HERE), await classesIn(THERE)]).toEqual([[[CM1]], [CM2], [CM1]]);
    await untouched(HERE);
    expect(declaredMoveGroup(manifest(PHOTOS, DAYS), undefined)).toBeUndefined();
  });

  test('T7: a school that closes loses its files before its rows, also of tables that are not declared', async () => {
    const { closeSchool } = declaredHandlers(manifest(PHOTOS), {});
    const broken = { ...dataIn(HERE).storage, remove: () => Promise.reject(new Error('the disk fails')) };
    await expect(closeSchool({ ...dataIn(HERE), storage: broken })).rejects.toThrow('the disk fails');
    await untouched(HERE);
    await closeSchool(dataIn(HERE));
    expect([await photosIn(HERE), await countFiles(HERE)]).toEqual([[], 0]);
    expect(await dataIn(HERE).db.repository(DayRow).count()).toBe(0);
    await untouched(THERE);
  });

  test('T7: handlers of the brick see to their tables, before the declared ones', async () => {
    const seen: string[] = [];
    const own: Partial<PersonalDataHandlers> = {
      async exportPerson({ db, personId }) {
        return {
          records: { days: await db.repository(DayRow).find({ select: ['readerId'], where: { readerId: personId } }) },
        };
      },
      async erasePerson({ db, personId }) {
        seen.push(`${await db.repository(PhotoRow).count({ where: { pupilId: personId } })} photo`);
        await db.repository(DayRow).delete({ readerId: personId });
      },
      async movePerson({ db, from, to }) {
        await db.repository(DayRow).update({ readerId: from }, { readerId: to });
      },
    };
    const handlers = declaredHandlers(manifest(PHOTOS, DAYS), own);
    const { records } = await handlers.exportPerson(person(LEA));
    expect(records).toMatchObject({ days: [{ readerId: LEA }], photo: [{}, {}] });
    await handlers.movePerson({ ...dataIn(THERE), clock: CLOCK, from: LEA, to: TOM });
    expect(
      await dataIn(THERE)
        .db.repository(DayRow)
        .count({ where: { readerId: TOM } }),
    ).toBe(1);
    await handlers.erasePerson(person(LEA));
    expect(seen).toEqual(['1 photo']);
    expect(await dataIn(HERE).db.repository(DayRow).count()).toBe(0);
    expect(await photosIn(HERE)).toHaveLength(2);
  });
});
