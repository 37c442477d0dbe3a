// SPDX-License-Identifier: EUPL-1.2
import type { Check, CheckedSchool, Finding } from '../../../api/check.js';
import { UnavailableError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { AnyManifest } from '../../../api/manifest.js';
import { Directory } from '../../domain/directory/directory.js';
import { SchoolRow } from '../../domain/directory/school.entity.js';
import { schoolYearOf } from '../../domain/directory/school-year.js';
import type { SchemaOwner } from '../../infra/database/migrate.js';
import { openDatabase, type Database } from '../../infra/database/open-database.js';
import { schoolDatabase } from '../../infra/database/school-repository.js';
import { localClock } from '../../infra/i18n/local-clock.js';
import type { Limits } from '../../infra/util/limits.js';
import { isMissingFile } from './check-database.js';
import { pendingOwners } from './pending-owners.js';

export interface CheckedDatabase {
  /** Undefined when the settings name none. */
  readonly url: string | undefined;
  readonly owners: readonly SchemaOwner[];
  readonly clock: Clock;
  readonly limits: Limits;
}

/** The database cannot be read. The check of the database, or of the bricks, reports the reason. */
class UnreadDatabaseError extends UnavailableError {}

/** Runs a check of a brick. A check that reads schools has no finding when the tables of the brick cannot be read. */
export function runInSchools(
  run: Check['run'],
  database: CheckedDatabase,
  manifest: AnyManifest,
): (signal: AbortSignal) => Promise<readonly Finding[]> {
  return async (signal) => {
    try {
      return await run(signal, () => checkedSchools(database, manifest, signal));
    } catch (error) {
      if (error instanceof UnreadDatabaseError) return [];
      throw error;
    }
  };
}

/** @throws UnreadDatabaseError when the tables of the brick cannot be read */
async function* checkedSchools(
  { url, owners, clock, limits }: CheckedDatabase,
  manifest: AnyManifest,
  signal: AbortSignal,
): AsyncGenerator<CheckedSchool> {
  const database = await openTables(url, owners, manifest.id);
  try {
    const { unitOfWork } = database;
    const directory = new Directory(unitOfWork, clock);
    const rows = await unitOfWork.run((manager) =>
      manager.find(SchoolRow, { select: { uai: true }, order: { uai: 'ASC' } }),
    );
    for (const { uai } of rows) {
      signal.throwIfAborted();
      const school = await directory.school(uai);
      if (!school) continue;
      const schoolYear = schoolYearOf(clock.now(), school.timeZone);
      yield {
        school,
        schoolYear,
        db: schoolDatabase(unitOfWork, manifest, uai, limits.transaction),
        clock: localClock(clock, school.timeZone),
      };
    }
  } finally {
    await database.close();
  }
}

async function openTables(url: string | undefined, owners: readonly SchemaOwner[], brick: string): Promise<Database> {
  if (url === undefined || isMissingFile(url)) throw new UnreadDatabaseError('There is no database to check.');
  const pending = await pendingOwners(url, owners);
  if (pending.has(brick) || pending.has('core')) throw new UnreadDatabaseError('The tables are not up to date.');
  try {
    return await openDatabase(
      url,
      owners.flatMap(({ entities }) => entities),
    );
  } catch (error) {
    throw new UnreadDatabaseError('The database cannot be read.', { cause: error });
  }
}
