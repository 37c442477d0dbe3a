// SPDX-License-Identifier: EUPL-1.2
import { Column, DataSource, Entity, PrimaryColumn, VersionColumn, type EntityManager } from 'typeorm';
import { bothDatabases } from '../../../testing/test-databases.js';
import { parseDatabaseUrl } from './database-url.js';
import { insertRows } from './insert-rows.js';

/** Each kind of column that bricks use. */
@Entity('kinds')
class Kinds {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 20, name: 'written_text' })
  text!: string;

  @Column('boolean')
  isOn!: boolean;

  @Column('datetime', { precision: 3, nullable: true })
  at!: Date | null;

  @Column('simple-json')
  data!: object;

  @Column('bigint', { transformer: { to: (value: number) => value * 2, from: (value: string) => Number(value) / 2 } })
  doubled!: number;

  @Column('integer', { nullable: true })
  number?: number | null;

  @Column('boolean', { default: false })
  isLate!: boolean;
}

@Entity('counted')
class Counted {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 20, default: 'by default' })
  text!: string;

  @VersionColumn()
  version!: number;
}

describe.each(bothDatabases())('rows inserted on $name', (kind) => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await kind.fresh();
    drop = fresh.drop;
    const { options } = parseDatabaseUrl(fresh.url);
    source = await new DataSource({ ...options, entities: [Kinds, Counted], synchronize: true }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  test('each kind of value is read as it was written, without the query builder of TypeORM', async () => {
    const at = new Date('2026-10-25T01:30:00.123Z');
    const texts = ["l'été", 'a "b" `c` ? :id0 \\', ''];
    const rows = texts.map((text, index) => {
      const more = index === 0 ? { number: 7 } : {};
      return {
        id: `id ${index}`,
        text,
        isOn: index > 0,
        at: index > 1 ? null : at,
        data: { text },
        doubled: 21,
        isLate: index === 2,
        ...more,
      };
    });
    const bare = Object.assign(Object.create(source.manager) as EntityManager, {
      getRepository: () => {
        throw new Error('The rows go through the query builder.');
      },
    });
    await insertRows(bare, Kinds, rows);
    const expected = rows.map((row) => ({ number: null, ...row }));
    expect(await source.manager.find(Kinds, { order: { id: 'ASC' } })).toEqual(expected);
    const [{ sum } = { sum: 0 }] = await source.manager.query<{ sum: number | string }[]>(
      'SELECT SUM(doubled) AS sum FROM kinds',
    );
    expect(Number(sum)).toBe(3 * 42);
  });

  test('a row without a value for a column with a default has the default', async () => {
    const row = { text: 'x', isOn: true, at: null, data: {}, doubled: 1 };
    await insertRows(source.manager, Kinds, [
      { ...row, id: 'with', isLate: true },
      { ...row, id: 'without' },
    ]);
    const found = await source.manager.findBy(Kinds, { text: 'x' });
    expect(found.map(({ id, isLate }) => [id, isLate]).sort()).toEqual([
      ['with', true],
      ['without', false],
    ]);
  });

  test('a table with columns that TypeORM fills in is left to it, and no row is no statement', async () => {
    await insertRows(source.manager, Counted, [{ id: 'one' }]);
    await insertRows(source.manager, Counted, []);
    expect(await source.manager.find(Counted)).toEqual([{ id: 'one', text: 'by default', version: 1 }]);
  });
});
