// SPDX-License-Identifier: EUPL-1.2
import { createDatabase, serviceAvailability, startMariadb } from '../../services/index.js';
import { say } from './say.js';

interface DatabasesOptions {
  /** `sqlite` or `mariadb`, as `--database` takes it; empty for both. */
  readonly only?: string;
  /** The buffer pool of MariaDB, such as `512M`. With the default of 128 MB, large tables are read from the disk again and again. */
  readonly pool?: string;
}

/** Runs a bench on SQLite, and then on an empty database of MariaDB, with the process of that server. */
export async function onDatabases(
  run: (name: string, databaseUrl?: string, databasePid?: number) => Promise<void>,
  { only = '', pool }: DatabasesOptions = {},
): Promise<void> {
  const isMeant = (name: string): boolean => only === '' || only === name;
  if (isMeant('sqlite')) await run('SQLite');
  if (!isMeant('mariadb')) return;
  if (!serviceAvailability().mariadb) return say('MariaDB left out: sudo test/services/install.sh');
  const options = pool === undefined ? [] : [`--innodb-buffer-pool-size=${pool}`];
  const server = await startMariadb({ options });
  try {
    const name = pool === undefined ? 'MariaDB' : `MariaDB with a buffer pool of ${pool}`;
    await run(name, await createDatabase(server, 'bench'), server.pid);
  } finally {
    await server.stop();
  }
}
