// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolWork } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';

/** The number of files with each content, by its id. */
export type Uses = ReadonlyMap<string, number>;

/** Ids in one statement. */
const PART = 500;

export function usesOf(nodes: readonly { readonly contentId: string | null }[]): Uses {
  const uses = new Map<string, number>();
  for (const { contentId } of nodes) if (contentId !== null) uses.set(contentId, (uses.get(contentId) ?? 0) + 1);
  return uses;
}

/**
 * Counts more files with contents that a file has, such as copies, in the transaction that writes the files.
 * @throws ConflictError when a content is gone: try again
 */
export async function countUses(uses: Uses, { db }: Pick<SchoolWork, 'db'>): Promise<void> {
  const contents = db.repository(ContentRow);
  for (const { ids, files } of usesByNumber(uses)) {
    const counted = await contents.increment({ id: In(ids), refs: MoreThan(0) }, { refs: files });
    if (counted < ids.length) throw new ConflictError('A content was removed before its copy was counted.');
  }
}

/** The same number of files takes one statement, however many contents there are. Sorted, so that two transactions wait in one order. */
export function usesByNumber(uses: Uses): { readonly ids: string[]; readonly files: number }[] {
  const byNumber = new Map<number, string[]>();
  for (const [id, files] of uses) byNumber.set(files, [...(byNumber.get(files) ?? []), id]);
  return [...byNumber].flatMap(([files, all]) => {
    const ids = all.sort();
    return Array.from({ length: Math.ceil(ids.length / PART) }, (_, part) => ({
      files,
      ids: ids.slice(part * PART, (part + 1) * PART),
    }));
  });
}
