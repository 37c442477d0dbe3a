// SPDX-License-Identifier: EUPL-1.2
import type { StoredFile, SchoolWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';
import { contentDamage } from './content-damage.js';

/**
 * Reads again the contents that the school has already. When one is lost or damaged, all files with it get the content that has just
 * arrived, so sending a file once more mends what `volee files verify` reports. Call it before the transaction, which must not wait for a
 * disk.
 * @param kept gets the storage keys that are in use by now
 * @returns the storage keys that no row names any more
 */
export async function mendContents(
  received: readonly StoredFile[],
  kept: Set<string>,
  { db, storage }: Pick<SchoolWork, 'db' | 'storage'>,
): Promise<string[]> {
  const contents = db.repository(ContentRow);
  const replaced: string[] = [];
  const known = await contents.find({ where: { sha256: In([...new Set(received.map(({ sha256 }) => sha256))]) } });
  for (const content of known) {
    const { id, sha256, bytes, storageKey } = content;
    const again = received.find((file) => file.sha256 === sha256 && file.bytes === bytes);
    if (!again || !(await contentDamage(content, storage))) continue;
    if ((await contents.update({ id, sha256, storageKey }, { storageKey: again.key })) === 0) continue;
    kept.add(again.key);
    replaced.push(storageKey);
  }
  return replaced;
}
