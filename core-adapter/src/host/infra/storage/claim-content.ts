// SPDX-License-Identifier: EUPL-1.2
import type { EntityClass } from '../../../api/database.js';
import type { AnyManifest } from '../../../api/manifest.js';
import type { Claim } from '../database/school-repository.js';
import { keysWithin, type DiskStorage } from './disk-storage.js';

/**
 * Claims the content that rows are about to name, so that it is not removed before they commit. A key in any other
 * column is refused at its first write: the removal would not see it and would delete its content a day later.
 */
export function claimContent(storage: DiskStorage, { id, storedKeys = [] }: AnyManifest, uai: string): Claim {
  return async (entity, row) => {
    const columns = storedKeys.filter((stored) => stored.entity === entity).map(({ column }) => column);
    for (const [column, value] of Object.entries(row)) {
      if (!columns.includes(column)) for (const key of keysIn(value)) await refuseKey(entity, column, key);
      else if (typeof value === 'string') await storage.claim(id, uai, value);
    }
  };

  async function refuseKey({ name }: EntityClass, column: string, key: string): Promise<void> {
    if (!(await storage.look(id, uai, key))) return;
    throw new Error(`${name}#${column} names the stored content ${key}: add that column to manifest.storedKeys.`);
  }
}

function keysIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap(keysWithin) : keysWithin(value);
}
