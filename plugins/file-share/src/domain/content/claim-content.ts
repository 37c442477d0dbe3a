// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, StoredFile } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';

interface ContentTools {
  readonly db: SchoolDatabase;
}

/**
 * Counts one more file with this content, in the transaction that writes the file. Content that the school has already is not kept twice:
 * when the row has another key, remove what was stored after the commit.
 * @throws ConflictError when another request stored the same content meanwhile: try again
 */
export async function claimContent(
  { key, bytes, sha256, type }: StoredFile,
  { db }: ContentTools,
): Promise<ContentRow> {
  const contents = db.repository(ContentRow);
  const found = await contents.findOne({ where: { sha256, bytes } });
  if (found) {
    // Content that is being removed has lost its digest by now.
    const here = { id: found.id, sha256 };
    if ((await contents.increment({ ...here, unusedSince: IsNull() }, { refs: 1 })) > 0) return found;
    await contents.update(here, { unusedSince: null });
    if ((await contents.increment(here, { refs: 1 })) > 0) return found;
  }
  return contents.insertOne({ sha256, bytes, storageKey: key, type, refs: 1, unusedSince: null });
}
