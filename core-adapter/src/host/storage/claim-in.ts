// SPDX-License-Identifier: EUPL-1.2
import type { Manifest } from '../../api/manifest.js';
import type { Claim } from '../database/school-repository.js';
import type { DiskStorage } from './disk-storage.js';

/** Claims the content that rows of a brick are about to name, so that no sweep removes it before they commit. */
export function claimIn(storage: DiskStorage, { id, storedKeys = [] }: Manifest, uai: string): Claim {
  return async (entity, row) => {
    for (const { column } of storedKeys.filter((stored) => stored.entity === entity)) {
      const key: unknown = Object.hasOwn(row, column) ? row[column] : undefined;
      if (typeof key === 'string') await storage.claim(id, uai, key);
    }
  };
}
