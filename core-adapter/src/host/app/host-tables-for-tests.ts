// SPDX-License-Identifier: EUPL-1.2
import { makeTables } from '../../testing/make-tables.js';
import type { TestDatabase } from '../../testing/test-databases.js';
import { coreSchema } from './core-schema.js';
import { openDatabase, type Database } from '../infra/database/open-database.js';

export interface HostTables extends Database {
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

/** A new database with the tables of the host, empty. */
export async function openHostTables(kind: TestDatabase): Promise<HostTables> {
  const { url, drop } = await kind.fresh();
  await makeTables(url, [coreSchema]);
  const database = await openDatabase(url, coreSchema.entities);
  return {
    ...database,
    async drop() {
      await database.close();
      await drop();
    },
  };
}
