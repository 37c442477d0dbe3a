// SPDX-License-Identifier: EUPL-1.2
import type { TestDatabase } from '../../testing/test-databases.js';
import { coreSchema } from './core-schema.js';
import { migrate } from '../infra/database/migrate.js';
import { openDatabase, type Database } from '../infra/database/open-database.js';

export interface HostTables extends Database {
  /** Closes and forgets it. */
  drop(): Promise<void>;
}

/** A new database with the tables of the host, empty. */
export async function openHostTables(kind: TestDatabase): Promise<HostTables> {
  const { url, drop } = await kind.fresh();
  await migrate(url, [coreSchema]);
  const database = await openDatabase(url, coreSchema.entities);
  return {
    ...database,
    async drop() {
      await database.close();
      await drop();
    },
  };
}
