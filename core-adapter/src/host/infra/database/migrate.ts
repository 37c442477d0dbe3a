// SPDX-License-Identifier: EUPL-1.2
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { ConflictError, UnavailableError } from '../../../api/errors.js';
import { inBrick } from '../util/brick-scope.js';
import { LIMITS } from '../util/limits.js';
import { errorMessage } from '../util/error-message.js';
import { TooSlowError, withTimeout } from '../util/with-timeout.js';
import { parseDatabaseUrl } from './database-url.js';
import { findDifferences, type Difference } from './differences.js';
import { connect } from './open-database.js';

/** An owner of tables: core, or a brick by its id. Each keeps its own list of executed migrations. */
export interface SchemaOwner {
  readonly id: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

const CORE = 'core';

/** The prefix of the owner's tables: `core_`, `file_share_`. */
export function tablePrefix(ownerId: string): string {
  return `${ownerId.replaceAll('-', '_')}_`;
}

export interface MigrationReport {
  readonly owner: string;
  readonly names: readonly string[];
}

/** Seconds to wait for another process that is migrating. */
const LOCK_WAIT = 60;

/**
 * Runs pending migrations, owner by owner. Two processes never migrate at the same time. A failed brick does not stop
 * the others; a failure of core stops all.
 * @throws UnavailableError after the remaining migrations have run
 * @throws ConflictError
 */
export async function migrate(url: string, owners: readonly SchemaOwner[]): Promise<MigrationReport[]> {
  const { reports, failures } = await migrateEach(url, owners);
  const [failure] = failures;
  if (failure) throw failure;
  return [...reports];
}

/** The migrations and the failures of `migrateEach`. */
export interface Migrated {
  readonly reports: readonly MigrationReport[];
  readonly failures: readonly UnavailableError[];
}

/**
 * As `migrate`, but returns the failure of each brick.
 * @param limit for each brick, in milliseconds
 * @throws UnavailableError when core fails
 * @throws ConflictError
 */
export async function migrateEach(
  url: string,
  owners: readonly SchemaOwner[],
  limit = LIMITS.migrations,
): Promise<Migrated> {
  return withLock(url, async () => {
    const reports: MigrationReport[] = [];
    const failures: UnavailableError[] = [];
    for (const owner of owners) {
      try {
        const names = await withOwner(url, owner, (dataSource) => run(owner, dataSource, limit));
        reports.push({ owner: owner.id, names });
      } catch (error) {
        if (owner.id === CORE || !(error instanceof UnavailableError)) throw error;
        failures.push(error);
      }
    }
    return { reports, failures };
  });
}

async function run({ id }: SchemaOwner, dataSource: DataSource, limit: number): Promise<string[]> {
  const migrateAll = (): Promise<{ name: string }[]> => dataSource.runMigrations({ transaction: 'each' });
  try {
    const ran = await (id === CORE ? migrateAll() : inBrick({ id }, () => withTimeout(limit, migrateAll)));
    return ran.map((migration) => migration.name);
  } catch (error) {
    // A migration that hangs is still open, and libsql keeps its lock after `close`. On MariaDB it ends with the
    // connection.
    if (error instanceof TooSlowError) await dataSource.query('ROLLBACK').catch(() => undefined);
    throw new UnavailableError(`A migration of ${id} failed (${errorMessage(error)}); those before it are done.`, {
      remedy: 'Report it, and restore a backup of the database.',
      cause: error,
    });
  }
}

/** Undoes every migration of an owner, the last first. Its data is lost. */
export async function rollback(url: string, owner: SchemaOwner): Promise<void> {
  await withLock(url, () =>
    withOwner(url, owner, async (dataSource) => {
      for (const _ of owner.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
    }),
  );
}

/** Migrations that `migrate` would run. */
export async function pendingMigrations(url: string, owners: readonly SchemaOwner[]): Promise<MigrationReport[]> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  try {
    return await pendingOn(dataSource, owners);
  } finally {
    await dataSource.destroy();
  }
}

/** As `pendingMigrations`, on an open connection. */
export async function pendingOn(dataSource: DataSource, owners: readonly SchemaOwner[]): Promise<MigrationReport[]> {
  const reports: MigrationReport[] = [];
  const runner = dataSource.createQueryRunner();
  try {
    for (const { id, migrations } of owners) {
      const done = await executedMigrations(runner, migrationsTable(id));
      reports.push({ owner: id, names: migrations.map(({ name }) => name).filter((name) => !done.has(name)) });
    }
    return reports;
  } finally {
    await runner.release();
  }
}

/** The differences between the schema of a database and the entities. Empty when there is no drift. */
export async function drift(url: string, owners: readonly SchemaOwner[]): Promise<Difference[]> {
  const entities = owners.flatMap((owner) => [...owner.entities]);
  const dataSource = await connect(new DataSource({ ...parseDatabaseUrl(url).options, entities, synchronize: false }));
  try {
    return await findDifferences(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function executedMigrations(runner: QueryRunner, table: string): Promise<Set<string>> {
  if (!(await runner.hasTable(table))) return new Set();
  const rows = (await runner.query(`SELECT name FROM ${table}`)) as { name: string }[];
  return new Set(rows.map(({ name }) => name));
}

function migrationsTable(ownerId: string): string {
  return `${tablePrefix(ownerId)}migrations`;
}

async function withOwner<R>(url: string, owner: SchemaOwner, work: (dataSource: DataSource) => Promise<R>): Promise<R> {
  const dataSource = await connect(
    new DataSource({
      ...parseDatabaseUrl(url).options,
      migrations: [...owner.migrations],
      migrationsTableName: migrationsTable(owner.id),
    }),
  );
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * MariaDB's DDL is not transactional, so a named lock keeps other processes out. SQLite's is: of two processes, one
 * fails at an existing table and has changed nothing.
 */
async function withLock<R>(url: string, work: () => Promise<R>): Promise<R> {
  const { engine, options } = parseDatabaseUrl(url);
  if (engine === 'sqlite') return work();
  const dataSource = await connect(new DataSource(options));
  const runner = dataSource.createQueryRunner();
  const name = "CONCAT('volee_migrate_', DATABASE())";
  try {
    const [row] = (await runner.query(`SELECT GET_LOCK(${name}, ${LOCK_WAIT}) AS taken`)) as {
      taken: number | string | null;
    }[];
    if (Number(row?.taken) !== 1) {
      throw new ConflictError(`Another process has been migrating the database for ${LOCK_WAIT} s.`, {
        remedy: 'Wait for it, then run this again.',
      });
    }
    return await work();
  } finally {
    await runner.query(`DO RELEASE_LOCK(${name})`);
    await runner.release();
    await dataSource.destroy();
  }
}
