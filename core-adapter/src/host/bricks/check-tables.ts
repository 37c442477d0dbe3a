// SPDX-License-Identifier: EUPL-1.2
import { DataSource } from 'typeorm';
import type { AnyManifest } from '../../api/manifest.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { parseDatabaseUrl } from '../infra/database/database-url.js';
import { tablePrefix } from '../infra/database/migrate.js';
import { entitiesProblem } from './check-entities.js';
import { checkMigrations, recordStatements } from './check-migrations.js';
import { queriesProblem } from './check-queries.js';
import { errorMessage } from '../infra/util/error-message.js';
import type { Statement } from './statement-faults.js';

/** Manifests without faults in their tables. A test process declares the same brick for each of its hosts, an installation once. */
const faultless = new WeakSet<AnyManifest>();

/**
 * Tests a brick's entities, migrations and queries in an in-memory database: one invalid entity would make the DataSource fail
 * for all bricks, and a faulty migration could touch tables of others.
 * @param limit for the migrations, in milliseconds
 * @returns what is wrong, or undefined when the tables are valid
 */
export async function checkTables(manifest: AnyManifest, limit: number): Promise<BrickFault | undefined> {
  if (faultless.has(manifest)) return undefined;
  const fault = await faultOfTables(manifest, limit);
  if (fault === undefined) faultless.add(manifest);
  return fault;
}

async function faultOfTables(manifest: AnyManifest, limit: number): Promise<BrickFault | undefined> {
  const { id, entities = [], migrations = [], queries = {} } = manifest;
  if (entities.length === 0) {
    if (Object.keys(queries).length > 0)
      return { cause: 'it has queries and no entities, so there is nothing to read' };
    return migrations.length === 0
      ? undefined
      : { cause: 'it has migrations and no entities, so nobody would run them' };
  }
  const statements: Statement[] = [];
  const trial = new DataSource({
    ...parseDatabaseUrl('sqlite::memory:').options,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: `${tablePrefix(id)}migrations`,
    synchronize: false,
    logger: recordStatements(statements),
  });
  try {
    await trial.initialize();
    return (
      entitiesProblem(manifest, trial) ??
      (await checkMigrations(manifest, trial, statements, limit)) ??
      (await queriesProblem(manifest, trial))
    );
  } catch (error) {
    const reason = errorMessage(error);
    // « Entity metadata for Event#school was not found »: the relation leads to an entity that is not in the brick's
    // list.
    const relation = /^Entity metadata for (\S+) was not found/.exec(reason)?.[1];
    if (relation !== undefined) {
      return {
        cause: `the relation ${relation} leads to a class that is not among its entities`,
        remedy: 'Refer to it by id instead.',
      };
    }
    return { cause: `its entities cannot be read (${reason})` };
  } finally {
    if (trial.isInitialized) await trial.destroy();
  }
}
