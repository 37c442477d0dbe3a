// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '../../../api/personal-data.js';
import { schoolDatabase } from '../../infra/database/school-repository.js';
import type { Database } from '../../infra/database/open-database.js';
import type { DiskStorage } from '../../infra/storage/disk-storage.js';
import type { Limits } from '../../infra/util/limits.js';
import type { ReadyBrick } from './loaded-brick.js';
import { claimContent } from '../../infra/storage/claim-content.js';

/** Services that give access to the data of bricks. */
export interface BrickDataContext {
  readonly database: Database;
  readonly storage: DiskStorage;
  readonly limits: Limits;
}

/** The data of a brick in one school: its rows, and the stored files that they name. */
export function brickDataIn(
  { database, storage, limits }: BrickDataContext,
  { id, manifest }: Pick<ReadyBrick, 'id' | 'manifest'>,
  uai: string,
): SchoolData {
  const { storedKeys = [] } = manifest;
  const claim = claimContent(storage, manifest, uai);
  const db = schoolDatabase(database.unitOfWork, manifest, uai, limits.transaction, claim);
  const school = storage.forSchool(id, uai);
  if (storedKeys.length > 0) return { uai, db, storage: school };
  const store = (): Promise<never> =>
    Promise.reject(
      new Error(`${id} cannot store files: name the columns that hold their keys in manifest.storedKeys.`),
    );
  return { uai, db, storage: { ...school, store } };
}
