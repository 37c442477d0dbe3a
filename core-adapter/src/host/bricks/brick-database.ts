// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';
import type { BrickDatabase } from '../../api/directory/brick-database.js';
import type { AnyManifest } from '../../api/manifest.js';
import { claimContent } from '../infra/storage/claim-content.js';
import type { DiskStorage } from '../infra/storage/disk-storage.js';
import { schoolDatabase } from '../infra/database/school-repository.js';
import type { UnitOfWork } from '../infra/database/unit-of-work.js';

/**
 * The tables of a brick outside of a request.
 * @param limit for a transaction, in milliseconds
 */
export function brickDatabase(
  unitOfWork: UnitOfWork,
  manifest: AnyManifest,
  limit: number,
  storage: DiskStorage,
): BrickDatabase {
  const { id, kind } = manifest;
  return {
    forSchool(uai) {
      // A brick with pages may read the school of the address only.
      if (kind !== 'directory-source')
        throw new Error(`${id} is of kind ${kind}; its requests have "db"; this function is for a directory-source.`);
      return schoolDatabase(unitOfWork, manifest, uai, limit, claimContent(storage, manifest, uai));
    },
  };
}

/** The tables of bricks that are activated without a host. */
export const noDatabase: BrickDatabase = {
  forSchool() {
    throw new UnavailableError('No data can be stored here: there is no database.');
  },
};
