// SPDX-License-Identifier: EUPL-1.2
import { DataSource, type MigrationInterface } from 'typeorm';
import type { EntityClass } from '../../api/database.js';
import { ConflictError, UnavailableError } from '../../api/errors.js';
import { parseDatabaseUrl } from './database-url.js';
import { connect } from './open-database.js';

/** Who owns tables: core, or a brick by its id. Each keeps its own list of migrations that ran. */
export interface Owner {
  readonly id: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

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

/** Runs what is pending, owner by owner. Two processes never migrate together. @throws UnavailableError, ConflictError */
export async function migrate(url: string, owners: readonly Owner[]): Promise<MigrationReport[]> {
  return withLock(url, async () => {
    const reports: MigrationReport[] = [];
    for (const owner of owners) {
      reports.push({ owner: owner.id, names: await withOwner(url, owner, (dataSource) => run(owner, dataSource)) });
    }
    return reports;
  });
}

async function run({ id }: Owner, dataSource: DataSource): Promise<string[]> {
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnavailableError(
      `A migration of ${id} failed (${reason}); those before it are done. Report it, and restore a backup of the database.`,
      error,
    );
  }
}

/** Undoes every migration of an owner, the last first. Its data is lost. */
export async function rollback(url: string, owner: Owner): Promise<void> {
  await withLock(url, () =>
    withOwner(url, owner, async (dataSource) => {
      for (const _ of owner.migrations) await dataSource.undoLastMigration({ transaction: 'each' });
    }),
  );
}

/** Migrations that `migrate` would run. */
export async function pendingMigrations(url: string, owners: readonly Owner[]): Promise<MigrationReport[]> {
  const reports: MigrationReport[] = [];
  for (const owner of owners) {
    const names = await withOwner(url, owner, async (dataSource) => {
      const done = await executedMigrations(dataSource);
      return owner.migrations.map((migration) => migration.name).filter((name) => !done.has(name));
    });
    reports.push({ owner: owner.id, names });
  }
  return reports;
}

/** The statements that would make the schema what the entities say. Empty when there is no drift. */
export async function drift(url: string, owners: readonly Owner[]): Promise<string[]> {
  const entities = owners.flatMap((owner) => [...owner.entities]);
  const dataSource = await connect(new DataSource({ ...parseDatabaseUrl(url).options, entities, synchronize: false }));
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}

async function executedMigrations(dataSource: DataSource): Promise<Set<string>> {
  const runner = dataSource.createQueryRunner();
  try {
    const table = dataSource.options.migrationsTableName ?? 'migrations';
    if (!(await runner.hasTable(table))) return new Set();
    const rows = (await runner.query(`SELECT name FROM ${table}`)) as { name: string }[];
    return new Set(rows.map(({ name }) => name));
  } finally {
    await runner.release();
  }
}

async function withOwner<R>(url: string, owner: Owner, work: (dataSource: DataSource) => Promise<R>): Promise<R> {
  const dataSource = await connect(
    new DataSource({
      ...parseDatabaseUrl(url).options,
      migrations: [...owner.migrations],
      migrationsTableName: `${tablePrefix(owner.id)}migrations`,
    }),
  );
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * MariaDB's DDL is not transactional, so a named lock keeps a second process out. SQLite's is: of two processes at once, one
 * fails at a table that is there already, and has changed nothing.
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
      throw new ConflictError(
        `Another process has been migrating the database for ${LOCK_WAIT} s. Wait for it, then run this again.`,
      );
    }
    return await work();
  } finally {
    await runner.query(`DO RELEASE_LOCK(${name})`);
    await runner.release();
    await dataSource.destroy();
  }
}
