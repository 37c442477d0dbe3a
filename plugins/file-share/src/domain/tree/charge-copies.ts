// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import { releaseRoom } from '../quota/charge-space.js';
import { NodeRow } from '../../store/node.entity.js';
import { inParts } from './all-below.js';
import { changeCounts } from './counts.js';
import { idsAbove } from './find-node.js';

/**
 * Charges free copies for contents that only these files paid for, and which they no longer have: content in the works of a class costs its
 * room once, as long as a pupil has it. The room was given back just before, so there is enough of it.
 * @returns the bytes that were charged
 */
export async function chargeCopies(
  before: readonly NodeRow[],
  { db }: { readonly db: SchoolDatabase },
): Promise<number> {
  let charged = 0;
  const nodes = db.repository(NodeRow);
  const paid = before.filter(
    ({ spaceKind, contentId, cost }) => spaceKind === 'work' && contentId !== null && cost > 0,
  );
  for (const spaceId of new Set(paid.map((node) => node.spaceId))) {
    const contentIds = new Set(paid.flatMap((node) => (node.spaceId === spaceId ? [node.contentId ?? ''] : [])));
    for (const ids of inParts([...contentIds])) {
      const kept = { spaceKind: 'work' as const, spaceId, contentId: In(ids) };
      const payers = new Set(
        (await nodes.find({ where: { ...kept, cost: MoreThan(0) } })).map((node) => node.contentId),
      );
      const copies = await nodes.find({ where: { ...kept, cost: 0, bytes: MoreThan(0) }, order: { id: 'ASC' } });
      for (const copy of copies) {
        if (payers.has(copy.contentId)) continue;
        payers.add(copy.contentId);
        await charge(copy, { db });
        charged += copy.bytes;
      }
    }
  }
  return charged;
}

async function charge(copy: NodeRow, tools: { readonly db: SchoolDatabase }): Promise<void> {
  const { id, above, spaceId, bytes } = copy;
  await tools.db.repository(NodeRow).update({ id }, { cost: bytes });
  await changeCounts(idsAbove({ above }), { files: 0, bytes: 0, cost: bytes, nodes: 0 }, tools);
  await releaseRoom(spaceId, { cost: -bytes, nodes: 0 }, tools);
}
