// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { SpaceRow } from '../store/space.entity.js';
import type { ChargeTools } from '../quota/charge-space.js';
import { usualQuota } from '../quota/quotas.js';

/** How full a space is, in bytes. */
export interface SpacePlace {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** Those of `usedBytes` that lie in the trash. */
  readonly trashBytes: number;
}

/** How full the space of a folder is. Two queries, whatever lies in it. */
export async function spacePlace(
  { spaceId, spaceKind }: Pick<NodeRow, 'spaceId' | 'spaceKind'>,
  { db, quotas, user }: ChargeTools,
): Promise<SpacePlace> {
  const row = await db.repository(SpaceRow).findOne({ where: { id: spaceId } });
  // The sum of a folder that a person put into the trash holds what is below it.
  const inTrash = { spaceId, trashedAt: Not(IsNull()), trashedFrom: Not(IsNull()) };
  return {
    usedBytes: row?.usedBytes ?? 0,
    quotaBytes: row?.quotaBytes ?? usualQuota(spaceKind, quotas, user),
    trashBytes: await db.repository(NodeRow).sum('cost', { where: inTrash }),
  };
}
