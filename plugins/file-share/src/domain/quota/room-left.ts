// SPDX-License-Identifier: EUPL-1.2
import { holderOf, type SpaceRef } from '../../store/space-ref.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import type { ChargeTools, Charged } from './charge-tools.js';
import { pupilShare } from './pupil-share.js';
import { SHARE, type Room } from './quota-error.js';
import { mostNodes, usualQuota } from './quotas.js';

/**
 * The room that a space has now: its own, that of the whole school or the pupil’s share of it, whichever is the least. Uploads read no more than that from the network;
 * whether there is room when their rows are written is for `chargeSpace` to say.
 * @param space may be one that nothing was put into so far
 */
export async function roomLeft(space: Charged | SpaceRef, { db, quotas, user }: ChargeTools): Promise<Room> {
  const spaces = db.repository(SpaceRow);
  const isOpen = 'spaceId' in space;
  const [here, kind] = isOpen ? [{ id: space.spaceId }, space.spaceKind] : [{ holder: holderOf(space) }, space.kind];
  const found = await spaces.find({ where: [here, { holder: TOTAL }] });
  const row = found.find((one) => one.kind !== TOTAL);
  const usedBySchool = found.find((one) => one.kind === TOTAL)?.usedBytes ?? (await spaces.sum('usedBytes'));
  const inSpace = left(row?.quotaBytes ?? usualQuota(kind, quotas, user), row?.usedBytes ?? 0);
  const inSchool = left(quotas.school, usedBySchool);
  const spaceId = row?.id ?? '';
  const share = isOpen ? await pupilShare(space, { db, quotas, user }) : undefined;
  if (row && row.nodes >= mostNodes(kind, user)) return { spaceId, of: kind, unit: 'nodes', left: 0 };
  if (share?.nodes === 0) return { spaceId, of: SHARE, unit: 'nodes', left: 0 };
  if (share && share.bytes < Math.min(inSpace, inSchool)) return { spaceId, of: SHARE, left: share.bytes };
  return inSchool < inSpace ? { spaceId, of: TOTAL, left: inSchool } : { spaceId, of: kind, left: inSpace };
}

function left(quota: number, used: number): number {
  return Math.max(0, quota - used);
}
