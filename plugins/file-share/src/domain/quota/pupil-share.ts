// SPDX-License-Identifier: EUPL-1.2
import { FILE, NodeRow } from '../../store/node.entity.js';
import { bytesOf, type Charged, type ChargeTools, type Load } from './charge-tools.js';
import { QuotaError, SHARE, type Room } from './quota-error.js';
import { MOST_PUPIL_NODES } from './quotas.js';

/**
 * The bytes, and the folders and files, that a pupil may still add to the folders of a group that are open to pupils: there as in their own
 * space, the quota of a pupil. Undefined for other users and spaces.
 */
export async function pupilShare(
  { spaceId, spaceKind }: Charged,
  { db, quotas, user: { id, profiles } }: ChargeTools,
): Promise<{ readonly bytes: number; readonly nodes: number } | undefined> {
  if (spaceKind !== 'group' || id === undefined || !profiles.includes('pupil')) return undefined;
  const where = { spaceId, spaceKind, addedBy: id };
  const added = db.repository(NodeRow);
  const cost = await added.sum('cost', { where: { ...where, rank: FILE } });
  const nodes = await added.count({ where });
  return {
    bytes: Math.max(0, quotas.pupil - bytesOf({ cost, nodes })),
    nodes: Math.max(0, MOST_PUPIL_NODES - nodes),
  };
}

/** Leaves room for the other members of a group: one pupil does not take all of it. @throws QuotaError */
export async function refuseLargeShare(space: Charged, load: Load, tools: ChargeTools): Promise<void> {
  const left = await pupilShare(space, tools);
  if (left === undefined) return;
  const share = { spaceId: space.spaceId, of: SHARE } satisfies Partial<Room>;
  if (load.nodes > left.nodes) throw new QuotaError({ ...share, unit: 'nodes', wanted: load.nodes, left: left.nodes });
  const wanted = bytesOf(load);
  if (wanted > left.bytes) throw new QuotaError({ ...share, wanted, left: left.bytes });
}
