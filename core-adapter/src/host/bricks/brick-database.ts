// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';
import type { BrickDatabase } from '../../api/database.js';
import type { AnyManifest } from '../../api/manifest.js';
import { SchoolRow } from '../domain/directory/school.entity.js';
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
  /** A feature brick has only the school of the address. */
  function expectDirectory(): void {
    if (kind !== 'directory-source')
      throw new Error(`${id} is of kind ${kind}; its requests have "db"; this function is for a directory-source.`);
  }
  return {
    async schools() {
      expectDirectory();
      const rows = await unitOfWork.run((manager) =>
        manager.find(SchoolRow, { select: { uai: true }, order: { uai: 'ASC' } }),
      );
      return rows.map(({ uai }) => uai);
    },
    forSchool(uai) {
      expectDirectory();
      return schoolDatabase(unitOfWork, manifest, uai, limit, claimContent(storage, manifest, uai));
    },
  };
}

/** For bricks that are activated without a host. */
export const noDatabase: BrickDatabase = {
  schools: () => Promise.reject(nothingThere()),
  forSchool() {
    throw nothingThere();
  },
};

function nothingThere(): UnavailableError {
  return new UnavailableError('No data can be stored here: there is no database.');
}
