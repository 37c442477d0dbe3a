// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../host/infra/database/new-id.js';
import { isQuickRun } from './full-run.js';
import { onMariadb } from './on-mariadb.js';
import { testFolder } from './test-folder.js';

/** @stable */
export interface TestDatabase {
  readonly name: string;
  /** A new, empty database, and a function that removes it. */
  fresh(): Promise<{ url: string; drop(): Promise<void> }>;
}

/**
 * The databases of a suite about what the code decides: SQLite, and MariaDB as well unless the run is quick (see `isQuickRun`).
 * `bothDatabases` is for suites about what the engines do differently.
 * @example `describe.each(testDatabases())('the trash on $name', (database) => { … });`
 * @stable
 */
export function testDatabases(): TestDatabase[] {
  return isQuickRun() ? [sqlite] : bothDatabases();
}

/**
 * The databases of a suite about what the engines do differently, in quick runs too: migrations, locks, transactions and requests at once,
 * unique keys, jobs, raw SQL and named queries, collations, large numbers, a process that is killed. One suite of routes of each brick uses
 * it, too. SQLite lies in `VOLEE_TEST_FOLDER` or the temporary folder. MariaDB is included when `VOLEE_TEST_MARIADB_URL` names a server for
 * tests, without a database name: `mysql://root@127.0.0.1:PORT`, or `mysql://root@localhost/?socket=/path`.
 * @stable
 */
export function bothDatabases(): TestDatabase[] {
  const server = process.env['VOLEE_TEST_MARIADB_URL'];
  return [sqlite, ...(server ? [mariadb(server)] : [])];
}

/** @stable */
export const sqlite: TestDatabase = {
  name: 'SQLite',
  fresh: () => {
    const folder = mkdtempSync(join(testFolder(), 'volee-database-'));
    return Promise.resolve({
      url: `sqlite:${join(folder, 'volee.sqlite')}`,
      drop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    });
  },
};

function mariadb(server: string): TestDatabase {
  return {
    name: 'MariaDB',
    fresh: async () => {
      const name = `volee_${newId().replaceAll('-', '')}`;
      await onMariadb(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin`);
      return { url: withName(server, name), drop: () => onMariadb(server, `DROP DATABASE IF EXISTS ${name}`) };
    },
  };
}

function withName(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
