// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { coreSchema } from '../host/app/core-schema.js';
import { migrate, type SchemaOwner } from '../host/infra/database/migrate.js';
import { newId } from '../host/infra/database/new-id.js';
import { copyKept, type KeptDatabase } from './kept-database.js';

export const hostTables: KeptDatabase = { name: 'host', make: async (url) => void (await migrate(url, [coreSchema])) };

/**
 * Does the same as `migrate` for an empty database, but copies tables that the run has made before.
 * @param owners the host, and bricks
 */
export async function makeTables(url: string, owners: readonly SchemaOwner[]): Promise<void> {
  await copyKept(url, withTables(hostTables, owners));
}

/** `base`, with the tables of the bricks among `owners`. */
export function withTables(base: KeptDatabase, owners: readonly SchemaOwner[]): KeptDatabase {
  const bricks = owners.filter((owner) => owner !== coreSchema);
  if (bricks.length === 0) return base;
  return {
    name: `${base.name}-${digestOf(bricks)}`,
    make: async (url) => {
      await copyKept(url, base);
      await migrate(url, bricks);
    },
  };
}

/**
 * A digest that names the tables of these owners. Names would not be enough: bricks of tests may share an id, and their migrations a name
 * and a text with other values in their closures. The same class makes the same tables. Another process has other classes, and makes tables
 * of bricks anew.
 */
function digestOf(owners: readonly SchemaOwner[]): string {
  const known = owners.map(({ id, migrations }) => [id, ...migrations.map(idOfClass)]);
  return createHash('sha256').update(JSON.stringify(known)).digest('hex');
}

const idsOfClasses = new WeakMap<object, string>();

function idOfClass(migration: object): string {
  const id = idsOfClasses.get(migration) ?? newId();
  idsOfClasses.set(migration, id);
  return id;
}
