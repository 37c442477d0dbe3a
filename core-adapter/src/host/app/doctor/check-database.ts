// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { clockFinding, type Finding } from '../../../api/check.js';
import type { Clock } from '../../../api/log.js';
import { CLOCK_REMEDY, heldSentence } from '../../domain/clock/clock-guard.js';
import { judgeClock } from '../../domain/clock/judge-clock.js';
import { readKnownTimes } from '../../domain/clock/known-times.js';
import { differenceInDatabase } from '../../infra/database/differences.js';
import { parseDatabaseUrl } from '../../infra/database/database-url.js';
import { drift, pendingMigrations, type SchemaOwner } from '../../infra/database/migrate.js';
import { connect } from '../../infra/database/open-database.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { bad, good, warn } from './findings.js';

/** Checks that the database answers and has the tables that core and the bricks expect. @throws UnavailableError */
export async function checkDatabase(url: string, owners: readonly SchemaOwner[]): Promise<Finding[]> {
  const { engine } = parseDatabaseUrl(url);
  if (isMissingFile(url))
    return [bad('The file of database.url does not exist.', 'Run "volee db migrate", or check database.url.')];
  const version = await withConnection(url, (dataSource) => versionOf(dataSource, engine));
  return [good(version), await checkTables(url, owners)];
}

/** Whether opening the database would create it: a SQLite file that does not exist. */
export function isMissingFile(url: string): boolean {
  return url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length));
}

/** Checks the clock of a database server. SQLite uses the clock of this machine. @throws UnavailableError */
export async function checkDatabaseClock(url: string, now: () => Date): Promise<Finding[]> {
  if (parseDatabaseUrl(url).engine === 'sqlite') return [];
  const seconds = await withConnection(url, async (dataSource) => {
    const [row] = await dataSource.query<{ seconds: string }[]>('SELECT UNIX_TIMESTAMP(NOW(3)) AS seconds');
    return Number(row?.seconds);
  });
  return [clockFinding('The database', new Date(seconds * 1000), now())];
}

/** Reports whether deletions by age wait because the clock is far ahead of the database, or would wait when Volée starts. */
export async function checkClock(unitOfWork: UnitOfWork, clock: Clock): Promise<Finding[]> {
  const now = clock.now();
  const { times } = judgeClock(await unitOfWork.run((manager) => readKnownTimes(manager, now)), now);
  return times.heldUntil ? [warn(heldSentence(times, now), CLOCK_REMEDY)] : [];
}

async function checkTables(url: string, owners: readonly SchemaOwner[]): Promise<Finding> {
  const pending = (await pendingMigrations(url, owners)).filter(({ names }) => names.length > 0);
  if (pending.length > 0) {
    const counts = pending.map(({ owner, names }) => `${owner} (${names.length})`).join(', ');
    return bad(`Migrations are pending: ${counts}.`, 'Run "volee db migrate".');
  }
  const [first, ...others] = await drift(url, owners);
  if (!first) return good(`The tables of ${owners.map(({ id }) => id).join(', ')} are up to date.`);
  return bad(
    `The tables differ from the expected schema: ${differenceInDatabase(first)}${others.length > 0 ? `, and ${others.length} more` : ''}.`,
    '"volee db status" lists them all. Restore a backup, or report it.',
  );
}

async function versionOf(dataSource: DataSource, engine: 'sqlite' | 'mariadb'): Promise<string> {
  if (engine === 'sqlite') {
    const [row] = await dataSource.query<{ version: string }[]>('SELECT sqlite_version() AS version');
    return `SQLite ${row?.version} answers.`;
  }
  const [row] = await dataSource.query<{ version: string; collation: string }[]>(
    'SELECT VERSION() AS version, @@collation_database AS collation',
  );
  return `The database (${row?.version}) answers, and compares texts by ${row?.collation}.`;
}

async function withConnection<R>(url: string, work: (dataSource: DataSource) => Promise<R>): Promise<R> {
  const dataSource = await connect(new DataSource(parseDatabaseUrl(url).options));
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
