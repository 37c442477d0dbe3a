// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Bounds, SchoolDatabase } from '../../../api/database.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { column, index } from './columns.js';
import { openNotes, type NotesDatabase } from './notes-for-tests.js';
import { schoolDatabase } from './school-repository.js';

@Entity('outings_outing')
@Index('outings_outing_school', ['school'])
class OutingRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('integer')
  seats!: number;

  @Column('integer')
  capacity!: number;
}

class CreateOutings1764028800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'outings_outing',
        columns: [column.id(), column.text('school', 8), column.integer('seats'), column.integer('capacity')],
        indices: [index('outings_outing_school', ['school'])],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('outings_outing');
  }
}

const owner = { id: 'outings', entities: [OutingRow], migrations: [CreateOutings1764028800000] };

describe.each(bothDatabases())('increment on $name', (kind) => {
  let database: NotesDatabase;
  let here: SchoolDatabase;
  let there: SchoolDatabase;

  beforeAll(async () => {
    database = await openNotes(kind, [owner]);
    [here, there] = ['0390001X', '0390002Y'].map((uai) =>
      schoolDatabase(database.unitOfWork, { entities: [OutingRow] }, uai, 10_000),
    ) as [SchoolDatabase, SchoolDatabase];
  });
  beforeEach(() => database.dataSource.manager.clear(OutingRow));
  afterAll(() => database.drop());

  const outing = async (seats: number, capacity: number): Promise<string> => {
    const [row] = await here.repository(OutingRow).insert([{ seats, capacity }]);
    return row?.id ?? '';
  };
  const seatsOf = async (id: string): Promise<number | undefined> =>
    (await here.repository(OutingRow).findOne({ where: { id } }))?.seats;

  test.each<[number, Bounds<OutingRow>, number]>([
    [1, {}, 4],
    [-5, {}, -2],
    [1, { atMost: 4 }, 4],
    [2, { atMost: 4 }, 3],
    [2, { atMost: 'capacity' }, 5],
    [3, { atMost: 'capacity' }, 3],
    [-3, { atLeast: 0 }, 0],
    [-4, { atLeast: 0 }, 3],
    [-1, { atLeast: -7, atMost: 'capacity' }, 2],
    [1, { atLeast: 'capacity' }, 3],
  ])('3 of 5 seats and %d within %j are %d', async (by, bounds, seats) => {
    const id = await outing(3, 5);
    expect(await here.repository(OutingRow).increment({ id }, { seats: by }, { seats: bounds })).toBe(
      seats === 3 ? 0 : 1,
    );
    expect(await seatsOf(id)).toBe(seats);
  });

  test('several columns change together, or none does when one of them would leave its bounds', async () => {
    const id = await outing(3, 5);
    const outings = here.repository(OutingRow);
    expect(await outings.increment({ id }, { seats: -1, capacity: 2 }, { seats: { atLeast: 0 } })).toBe(1);
    expect(await outings.findOne({ where: { id } })).toMatchObject({ seats: 2, capacity: 7 });
    const tooFew = { seats: { atLeast: 0 }, capacity: { atMost: 10 } };
    expect(await outings.increment({ id }, { seats: 1, capacity: 4 }, tooFew)).toBe(0);
    expect(await outings.increment({ id }, { seats: -3, capacity: 1 }, tooFew)).toBe(0);
    expect(await outings.findOne({ where: { id } })).toMatchObject({ seats: 2, capacity: 7 });
  });

  test('of twenty requests that saw a free seat, as many get one as there are', async () => {
    const id = await outing(0, 7);
    const take = async (): Promise<number> => {
      await seatsOf(id);
      return here.repository(OutingRow).increment({ id }, { seats: 1 }, { seats: { atMost: 'capacity' } });
    };
    const taken = await Promise.all(Array.from({ length: 20 }, take));
    expect(taken.filter((count) => count === 1)).toHaveLength(7);
    expect(await seatsOf(id)).toBe(7);
  });

  test('T3: a row of another school stays as it is, also without a condition', async () => {
    const id = await outing(0, 7);
    expect(await there.repository(OutingRow).increment({ id }, { seats: 1 })).toBe(0);
    expect(await there.repository(OutingRow).increment({}, { seats: 1 })).toBe(0);
    expect(await seatsOf(id)).toBe(0);
  });

  test('what is no number or no column of the brick is refused', async () => {
    const id = await outing(0, 7);
    const outings = here.repository(OutingRow);
    await expect(outings.increment({ id }, { seats: Number.NaN })).rejects.toThrow('increment needs a number');
    await expect(outings.increment({ id }, { seats: '1' as unknown as number })).rejects.toThrow('needs a number');
    await expect(outings.increment({ id }, { school: 1 } as object)).rejects.toThrow('is the host');
    await expect(outings.increment({ id }, { 'seats = 0, seats': 1 } as object)).rejects.toThrow('no column');
    const bounds = { atMost: '1 OR 1' as 'capacity' };
    await expect(outings.increment({ id }, { seats: 1 }, { seats: bounds })).rejects.toThrow('no column');
    await expect(outings.increment({ id }, { seats: 1 }, { capacity: { atMost: 9 } })).rejects.toThrow('adds nothing');
  });
});
