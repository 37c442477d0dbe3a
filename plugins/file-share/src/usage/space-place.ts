// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not } from 'typeorm';
import { NodeRow } from '../store/node.entity.js';
import { SpaceRow } from '../store/space.entity.js';
import type { ChargeTools } from '../quota/charge-tools.js';
import { usualQuota } from '../quota/quotas.js';

/** How full a space is, in bytes. */
export interface SpacePlace {
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

/** How full the space of a folder is: one query. */
export async function spacePlace(
  { spaceId, spaceKind }: Pick<NodeRow, 'spaceId' | 'spaceKind'>,
  { db, quotas, user }: ChargeTools,
): Promise<SpacePlace> {
  const row = await db.repository(SpaceRow).findOne({ where: { id: spaceId } });
  return {
    usedBytes: row?.usedBytes ?? 0,
    quotaBytes: row?.quotaBytes ?? usualQuota(spaceKind, quotas, user),
  };
}

/** Those of the used bytes that lie in the trash of a space. The sum of a folder that a person put there holds what is below it. */
export function trashBytes(spaceId: string, { db }: Pick<ChargeTools, 'db'>): Promise<number> {
  const where = { spaceId, trashedAt: Not(IsNull()), trashedFrom: Not(IsNull()) };
  return db.repository(NodeRow).sum('cost', { where });
}
