// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { servicesAreRequired } from './describe-with.js';
import { createDatabase, dropDatabase } from './mariadb.js';

export interface FreshDatabase {
  /** `sqlite:/…/volee.sqlite` or `mysql://root@127.0.0.1:PORT/NAME`: an empty database. */
  readonly url: string;
  drop(): Promise<void>;
}

export interface TestDatabase {
  readonly name: 'sqlite' | 'mariadb';
  fresh(): Promise<FreshDatabase>;
}

/**
 * The databases on which a suite runs: `describe.each(testDatabases())('… on $name', ({ fresh }) => …)`.
 * MariaDB is the one that jest started for the whole run (`VOLEE_TEST_MARIADB_URL`). Without it SQLite stands alone;
 * with `VOLEE_REQUIRE_SERVICES=1` it stays in the list and `fresh()` says what is missing.
 */
export function testDatabases(): TestDatabase[] {
  const url = process.env['VOLEE_TEST_MARIADB_URL'];
  if (url) return [sqlite, mariadbAt(url)];
  return servicesAreRequired() ? [sqlite, missingMariadb] : [sqlite];
}

const sqlite: TestDatabase = {
  name: 'sqlite',
  fresh: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'volee-sqlite-'));
    return {
      url: `sqlite:${join(folder, 'volee.sqlite')}`,
      drop: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

function mariadbAt(serverUrl: string): TestDatabase {
  return {
    name: 'mariadb',
    fresh: async () => {
      const name = `test_${randomBytes(8).toString('hex')}`;
      const url = await createDatabase({ url: serverUrl }, name);
      return { url, drop: () => dropDatabase({ url: serverUrl }, name) };
    },
  };
}

const missingMariadb: TestDatabase = {
  name: 'mariadb',
  fresh: () =>
    Promise.reject(new Error('VOLEE_REQUIRE_SERVICES=1, and no MariaDB was started: sudo test/services/install.sh')),
};
