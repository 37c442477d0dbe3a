// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { Database } from '../../infra/database/open-database.js';
import { tablePrefix } from '../../infra/database/migrate.js';

const LIST = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'",
  mariadb: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
} as const;

/** Each owner of tables has a migrations table, such as `agenda_migrations`. */
const MIGRATIONS = /^(\w+)_migrations$/;

/**
 * Bricks with tables in the database that are not among `ids`: their rows may hold personal data that cannot be exported or erased.
 * @param database may be one of a transaction in progress
 * @returns ids, by name
 */
export async function leftoverBricks(
  { dataSource, engine }: Pick<Database, 'engine'> & { readonly dataSource: Pick<EntityManager, 'query'> },
  ids: readonly string[],
): Promise<string[]> {
  const known = new Set(['core', ...ids].map(tablePrefix));
  const tables = await dataSource.query<{ name: string }[]>(LIST[engine]);
  return tables
    .flatMap(({ name }) => MIGRATIONS.exec(name)?.[1] ?? [])
    .filter((prefix) => !known.has(`${prefix}_`))
    .map((prefix) => prefix.replaceAll('_', '-'))
    .sort();
}
