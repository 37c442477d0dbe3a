// SPDX-License-Identifier: EUPL-1.2
import type { DataSource, Logger } from 'typeorm';
import type { AnyManifest } from '../../api/manifest.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { differenceInMigrations, findDifferences } from '../infra/database/differences.js';
import { errorMessage } from '../infra/util/error-message.js';
import { foreignTable, isOwn, type Statement } from './statement-faults.js';
import { TooSlowError, withTimeout } from '../infra/util/with-timeout.js';

/** A TypeORM logger that records every statement in order. */
export function recordStatements(statements: Statement[]): Logger {
  const nothing = (): void => undefined;
  return {
    logQuery: (sql, parameters) =>
      void statements.push({ sql, parameters: Array.isArray(parameters) ? parameters : [] }),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}

/**
 * Runs a brick's migrations in an empty database and compares the resulting schema with the brick's entities. It
 * prevents accidental access to tables of others; a malicious brick has other ways.
 * @param statements the statements recorded by the logger of `trial`
 * @returns what is wrong, or undefined when the migrations are valid
 */
export async function checkMigrations(
  { id }: AnyManifest,
  trial: DataSource,
  statements: Statement[],
  limit: number,
): Promise<BrickFault | undefined> {
  statements.length = 0;
  let failure: unknown;
  try {
    await withTimeout(limit, () => trial.runMigrations({ transaction: 'each' }));
  } catch (error) {
    failure = error;
  }
  // Checked before the failure: tables of others are missing in this database, and the failure would report nothing
  // else.
  const foreign = statements.map((statement) => foreignTable(statement, id)).find(Boolean);
  if (foreign !== undefined) {
    return {
      cause: `one of its migrations names ${foreign}, and a brick may only name tables of its own`,
      remedy: 'Leave that one alone.',
    };
  }
  if (failure !== undefined) {
    const isSlow = failure instanceof TooSlowError;
    return { cause: `its migrations do not run (${errorMessage(failure)})`, ...(isSlow && { isSlow }) };
  }
  return (await strayTable(id, trial)) ?? driftOf(trial);
}

async function strayTable(id: string, trial: DataSource): Promise<BrickFault | undefined> {
  const rows = await trial.query<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
  );
  const stray = rows.find(({ name }) => !isOwn(name, id));
  return stray && { cause: `one of its migrations makes ${stray.name}, whose name does not begin with its prefix` };
}

async function driftOf(trial: DataSource): Promise<BrickFault | undefined> {
  const [first] = await findDifferences(trial);
  return first && { cause: `its migrations do not make the tables of its entities: ${differenceInMigrations(first)}` };
}
