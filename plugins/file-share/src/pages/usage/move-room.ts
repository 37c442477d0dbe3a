// SPDX-License-Identifier: EUPL-1.2
import type { Audit, Clock, SchoolDatabase } from '@volee/core-adapter';
import type { Quotas } from '../../domain/quota/quotas.js';
import { openSpace } from '../../domain/space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { SpaceRow } from '../../store/space.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';

interface RoomTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
  readonly quotas: Quotas;
  readonly audit: Audit;
}

/** Room that one class gives to another. */
export interface RoomMove {
  /** The id of the group. */
  readonly from: string;
  readonly to: string;
  readonly bytes: number;
}

/**
 * Moves room from one class to another: together they have what they had before.
 * @returns the bytes that the giving class can spare at most; nothing was moved when they are fewer than asked
 */
export async function moveRoom({ from, to, bytes }: RoomMove, tools: RoomTools): Promise<number> {
  const { db, quotas, audit } = tools;
  const roots = [await openSpace(groupSpace(from), tools), await openSpace(groupSpace(to), tools)];
  const [giverId = '', takerId = ''] = roots.map(({ spaceId }) => spaceId);
  return changeSpaces(
    [giverId, takerId],
    async () => {
      const spaces = db.repository(SpaceRow);
      const giver = await spaces.findOne({ where: { id: giverId } });
      const taker = await spaces.findOne({ where: { id: takerId } });
      if (!giver || !taker) throw new Error('An opened space has no row.');
      const quotaOf = ({ quotaBytes }: SpaceRow): number => quotaBytes ?? quotas.class;
      const spare = Math.max(0, quotaOf(giver) - giver.usedBytes);
      if (spare < bytes) return spare;
      await spaces.update({ id: giver.id }, { quotaBytes: quotaOf(giver) - bytes });
      await spaces.update({ id: taker.id }, { quotaBytes: quotaOf(taker) + bytes });
      await audit('files.roomMoved', { from, to, bytes });
      return spare;
    },
    { db },
  );
}
