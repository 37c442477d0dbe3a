// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not } from 'typeorm';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { bytesOf, type ChargeTools } from './charge-tools.js';
import { mostNodes, usualQuota } from './quotas.js';

/** The use and the limits of a space. */
export interface SpacePlace {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** The folders and files that it has, and those that it may have. */
  readonly nodes: number;
  readonly mostNodes: number;
}

/** Reads the use of the space of a folder by one query. */
export async function spacePlace(
  { spaceId, spaceKind }: Pick<NodeRow, 'spaceId' | 'spaceKind'>,
  { db, quotas, user }: ChargeTools,
): Promise<SpacePlace> {
  const row = await db.repository(SpaceRow).findOne({ where: { id: spaceId } });
  return {
    usedBytes: row?.usedBytes ?? 0,
    quotaBytes: row?.quotaBytes ?? usualQuota(spaceKind, quotas, user),
    nodes: row?.nodes ?? 0,
    mostNodes: mostNodes(spaceKind, user),
  };
}

/** The used bytes that lie in the trash of a space. The sum of a folder that a person put there holds what is below it. */
export async function trashBytes(spaceId: string, { db }: Pick<ChargeTools, 'db'>): Promise<number> {
  const where = { spaceId, trashedAt: Not(IsNull()), trashedFrom: Not(IsNull()) };
  const nodes = db.repository(NodeRow);
  return bytesOf({ cost: await nodes.sum('cost', { where }), nodes: await nodes.sum('nodes', { where }) });
}
