// SPDX-License-Identifier: EUPL-1.2
import { FILE, NodeRow } from '../store/node.entity.js';
import type { Charged, ChargeTools } from './charge-tools.js';
import { QuotaError, SHARE } from './quota-error.js';

/**
 * The bytes that a pupil may still add to the folders of a group that are open to pupils: there as in their own space, the quota of a pupil.
 * Undefined for other users and spaces.
 */
export async function pupilShare(
  { spaceId, spaceKind }: Charged,
  { db, quotas, user: { id, profiles } }: ChargeTools,
): Promise<number | undefined> {
  if (spaceKind !== 'group' || id === undefined || !profiles.includes('pupil')) return undefined;
  const where = { spaceId, spaceKind, addedBy: id, rank: FILE };
  return Math.max(0, quotas.pupil - (await db.repository(NodeRow).sum('cost', { where })));
}

/** Leaves room for the other members of a group: one pupil does not take all of it. @throws QuotaError */
export async function refuseLargeShare(space: Charged, cost: number, tools: ChargeTools): Promise<void> {
  const left = await pupilShare(space, tools);
  if (left === undefined || cost <= left) return;
  throw new QuotaError({ spaceId: space.spaceId, of: SHARE, wanted: cost, left });
}
