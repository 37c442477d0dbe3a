// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral } from 'typeorm';
import type { AnyManifest } from '../../../api/manifest.js';
import type { StoredKey } from '../../../api/storage.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { DiskStorage } from './disk-storage.js';

export interface Unclaimed {
  readonly uai: string;
  readonly key: string;
  /** Checks again whether a row names it. */
  isNamed(): Promise<boolean>;
}

/** Content of a brick that no row names: of a running request, a killed process or a deleted row. */
export async function* unclaimedContent(
  storage: DiskStorage,
  unitOfWork: UnitOfWork,
  { id, storedKeys = [] }: AnyManifest,
): AsyncGenerator<Unclaimed> {
  // Without storedKeys, the content of a brick cannot be matched to rows.
  if (storedKeys.length === 0) return;
  for (const uai of await storage.schoolsOf(id)) {
    const named = await namedKeys(unitOfWork, storedKeys, uai);
    for await (const key of storage.keysIn(id, uai)) {
      if (named.has(key)) continue;
      yield { uai, key, isNamed: async () => (await namedKeys(unitOfWork, storedKeys, uai, key)).has(key) };
    }
  }
}

/** The keys that rows of a school name: all of them, or one if it is. */
async function namedKeys(
  unitOfWork: UnitOfWork,
  storedKeys: readonly StoredKey[],
  uai: string,
  key?: string,
): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const { entity, column } of storedKeys) {
    const where: ObjectLiteral = { school: uai, ...(key !== undefined && { [column]: key }) };
    const rows = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(entity, 'row')
        .select(`row.${column}`, 'key')
        .where(where)
        // A soft-deleted row may be restored.
        .withDeleted()
        .getRawMany<{ key: string | null }>(),
    );
    for (const row of rows) if (row.key !== null) keys.add(row.key);
  }
  return keys;
}
