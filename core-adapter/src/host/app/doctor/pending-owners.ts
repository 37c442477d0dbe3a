// SPDX-License-Identifier: EUPL-1.2
import { pendingMigrations, type SchemaOwner } from '../../infra/database/migrate.js';
import { isMissingFile } from './check-database.js';

/** Ids of the owners with tables that are not up to date; none when the database cannot be read, which is reported elsewhere. */
export async function pendingOwners(url: string, owners: readonly SchemaOwner[]): Promise<ReadonlySet<string>> {
  if (isMissingFile(url)) return new Set(owners.map(({ id }) => id));
  try {
    const reports = await pendingMigrations(url, owners);
    return new Set(reports.filter(({ names }) => names.length > 0).map(({ owner }) => owner));
  } catch {
    return new Set();
  }
}
