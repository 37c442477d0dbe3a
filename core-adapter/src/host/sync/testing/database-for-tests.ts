// SPDX-License-Identifier: EUPL-1.2
import type { TestDatabase } from '../../../testing/test-databases.js';
import { migrate, type Owner } from '../../database/migrate.js';
import { openDatabase, type Database } from '../../database/open-database.js';
import { directoryEntities, directoryMigrations } from '../../directory/directory-entities.js';
import { syncEntities, syncMigrations } from '../sync-entities.js';

export const directoryOwner: Owner = {
  id: 'core',
  entities: [...directoryEntities, ...syncEntities],
  migrations: [...directoryMigrations, ...syncMigrations],
};

export interface OpenDatabase extends Database {
  /** Closes and forgets it. */
  drop(): Promise<void>;
}

/** A new database with the tables of the directory and of its syncs. */
export async function openTestDatabase(kind: TestDatabase): Promise<OpenDatabase> {
  const { url, drop } = await kind.fresh();
  await migrate(url, [directoryOwner]);
  const database = await openDatabase(url, directoryOwner.entities);
  return {
    ...database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}
