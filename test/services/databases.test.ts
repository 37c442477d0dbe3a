// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

import { createConnection, type RowDataPacket } from 'mysql2/promise';

import { testDatabases } from './databases.js';

const { VOLEE_TEST_MARIADB_URL, VOLEE_REQUIRE_SERVICES } = process.env;

function setEnvironment(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

afterEach(() => {
  setEnvironment('VOLEE_TEST_MARIADB_URL', VOLEE_TEST_MARIADB_URL);
  setEnvironment('VOLEE_REQUIRE_SERVICES', VOLEE_REQUIRE_SERVICES);
});

describe.each(testDatabases())('a fresh database on $name', ({ fresh }) => {
  test('is another one each time, and gone after drop()', async () => {
    const [one, two] = await Promise.all([fresh(), fresh()]);
    expect([await exists(one.url), await exists(two.url)]).toEqual([true, true]);

    await one.drop();
    expect([await exists(one.url), await exists(two.url)]).toEqual([false, true]);

    await two.drop();
    expect(await exists(two.url)).toBe(false);
  });
});

async function exists(url: string): Promise<boolean> {
  if (url.startsWith('sqlite:')) return existsSync(dirname(url.slice('sqlite:'.length)));
  const { pathname, host } = new URL(url);
  const connection = await createConnection(`mysql://root@${host}`);
  const [rows] = await connection.query<RowDataPacket[]>('SHOW DATABASES LIKE ?', [pathname.slice(1)]);
  await connection.end();
  return rows.length === 1;
}

test('without MariaDB SQLite stands alone', () => {
  setEnvironment('VOLEE_TEST_MARIADB_URL', undefined);
  setEnvironment('VOLEE_REQUIRE_SERVICES', undefined);

  expect(testDatabases().map(({ name }) => name)).toEqual(['sqlite']);
});

test('without MariaDB, though required, its suites fail', async () => {
  setEnvironment('VOLEE_TEST_MARIADB_URL', undefined);
  setEnvironment('VOLEE_REQUIRE_SERVICES', '1');

  await expect(testDatabases()[1]?.fresh()).rejects.toThrow('no MariaDB was started');
});
