// SPDX-License-Identifier: EUPL-1.2
import type { SchemaOwner } from '../../infra/database/migrate.js';
import { openDatabase } from '../../infra/database/open-database.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { isMissingFile } from './check-database.js';

/** Opens the database for some work; undefined when it cannot be read, which the check of the database reports. */
export async function withDatabase<R>(
  url: string,
  owners: readonly SchemaOwner[],
  work: (unitOfWork: UnitOfWork) => Promise<R>,
): Promise<R | undefined> {
  if (isMissingFile(url)) return undefined;
  try {
    const database = await openDatabase(
      url,
      owners.flatMap(({ entities }) => entities),
    );
    try {
      return await work(database.unitOfWork);
    } finally {
      await database.close();
    }
  } catch {
    return undefined;
  }
}
