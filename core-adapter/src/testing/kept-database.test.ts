// SPDX-License-Identifier: EUPL-1.2
import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from '../host/infra/database/database-url.js';
import { newId } from '../host/infra/database/new-id.js';
import { connect } from '../host/infra/database/open-database.js';
import { copyKept } from './kept-database.js';
import { bothDatabases } from './test-databases.js';

async function query(url: string, statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  const rows = await dataSource.query<object[] | undefined>(statement, values);
  await dataSource.destroy();
  return Array.isArray(rows) ? rows.map((row) => ({ ...row })) : [];
}

const TABLE = 'CREATE TABLE thing (word varchar(99), number bigint, bytes blob, at datetime(3), json json, none text)';
const AT = '2026-10-25 02:30:00.007';
const ROWS = [
  [
    `l’été, "d'or" \\ %? ; -- /* 🎒 \n`,
    Number.MAX_SAFE_INTEGER,
    Buffer.from([0, 255, 39, 92]),
    AT,
    '{"a":["é",1]}',
    null,
  ],
  ['', -1, Buffer.alloc(0), AT, '[]', null],
];

test.each(bothDatabases())('on $name, a copy holds every value as it was written', async (kind) => {
  const [made, copied] = [await kind.fresh(), await kind.fresh()];
  const make = async (url: string): Promise<void> => {
    await query(url, TABLE);
    for (const row of ROWS) await query(url, 'INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?)', row);
  };
  const kept = { name: newId(), make };
  await copyKept(made.url, kept);
  await copyKept(copied.url, kept);

  const rows = await query(made.url, 'SELECT * FROM thing ORDER BY number DESC');
  expect(rows).toHaveLength(ROWS.length);
  expect(rows[0]).toMatchObject({ word: ROWS[0]?.[0] });
  expect(await query(copied.url, 'SELECT * FROM thing ORDER BY number DESC')).toEqual(rows);
  await made.drop();
  await copied.drop();
});

test.each(bothDatabases())(
  'on $name, all have the rows of the first when two are made at the same time',
  async (kind) => {
    const [ours, theirs, later] = [await kind.fresh(), await kind.fresh(), await kind.fresh()];
    const name = newId();
    const makeWord = async (url: string, word: string): Promise<void> => {
      await query(url, TABLE);
      await query(url, 'INSERT INTO thing (word) VALUES (?)', [word]);
    };
    const make = async (url: string): Promise<void> => {
      await makeWord(url, 'ours');
      await copyKept(theirs.url, { name, make: (other) => makeWord(other, 'theirs') });
    };
    await copyKept(ours.url, { name, make });
    await copyKept(later.url, { name, make });

    for (const { url, drop } of [ours, theirs, later]) {
      expect(await query(url, 'SELECT word FROM thing')).toEqual([{ word: 'theirs' }]);
      await drop();
    }
  },
);
