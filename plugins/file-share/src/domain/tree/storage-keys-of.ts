// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';
import type { NodeRow } from '../../store/node.entity.js';
import { inParts } from './all-below.js';

/** The storage key of each content that these nodes name, by the id of the content. */
export async function storageKeysOf(
  nodes: readonly Pick<NodeRow, 'contentId'>[],
  { db }: { readonly db: SchoolDatabase },
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const ids of inParts([...new Set(nodes.flatMap(({ contentId }) => contentId ?? []))])) {
    const contents = await db.repository(ContentRow).find({ where: { id: In(ids) } });
    for (const { id, storageKey } of contents) keys.set(id, storageKey);
  }
  return keys;
}
