// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { SpaceRow, TOTAL } from '../store/space.entity.js';
import type { Charged, ChargeTools } from './charge-tools.js';
import { refuseLargeShare } from './pupil-share.js';
import { QuotaError } from './quota-error.js';
import { usualQuota } from './quotas.js';

/**
 * Adds to the place that a space and its school use, in the transaction that writes the nodes, before it does. Each is one statement with its bound, so that
 * of many requests for the last room as many succeed as there is room for.
 * @throws QuotaError when the space, the school or the pupil’s share of the space has no room, NotFoundError when the space is gone
 */
export async function chargeSpace(space: Charged, cost: number, tools: ChargeTools): Promise<void> {
  await chargeSpaceAlone(space, cost, tools);
  await chargeSchool(space, cost, tools);
}

/** Adds to the place that a space alone uses, for what comes from another one of the school. @throws QuotaError, NotFoundError */
export async function chargeSpaceAlone(space: Charged, cost: number, tools: ChargeTools): Promise<void> {
  if (cost < 0) throw new Error('Place is given back by releaseRoom.');
  if (cost === 0) return;
  await chargeOne(space, cost, tools);
  // Read once the space is locked, and before the nodes are written.
  await refuseLargeShare(space, cost, tools);
}

interface ReleaseTools {
  readonly db: SchoolDatabase;
}

/** Gives place back to a space and its school. Never fails for want of room, also where the quota is smaller by now. */
export async function releaseRoom(spaceId: string, cost: number, { db }: ReleaseTools): Promise<void> {
  if (cost === 0) return;
  await releaseSpaceAlone(spaceId, cost, { db });
  await db.repository(SpaceRow).increment({ holder: TOTAL }, { usedBytes: -cost });
}

/** Gives place back to a space, for what goes into another one of the school. */
export async function releaseSpaceAlone(spaceId: string, cost: number, { db }: ReleaseTools): Promise<void> {
  await db.repository(SpaceRow).increment({ id: spaceId }, { usedBytes: -cost });
}

async function chargeOne({ spaceId, spaceKind }: Charged, cost: number, tools: ChargeTools): Promise<void> {
  const spaces = tools.db.repository(SpaceRow);
  const usual = usualQuota(spaceKind, tools.quotas, tools.user);
  const charge = (quotaBytes: number | null, atMost: number): Promise<number> =>
    spaces.increment(
      { id: spaceId, quotaBytes: quotaBytes ?? IsNull() },
      { usedBytes: cost },
      { usedBytes: { atMost } },
    );
  if ((await charge(null, usual)) > 0) return;
  const space = await spaces.findOne({ where: { id: spaceId } });
  // Two drives became one meanwhile.
  if (!space) throw new NotFoundError('The space of the folder is gone.', { details: { space: spaceId } });
  const { usedBytes, quotaBytes } = space;
  if (quotaBytes !== null && (await charge(quotaBytes, quotaBytes)) > 0) return;
  throw new QuotaError({ spaceId, of: spaceKind, wanted: cost, left: Math.max(0, (quotaBytes ?? usual) - usedBytes) });
}

async function chargeSchool({ spaceId }: Charged, cost: number, { db, quotas }: ChargeTools): Promise<void> {
  if (cost === 0) return;
  const spaces = db.repository(SpaceRow);
  const bounds = { usedBytes: { atMost: quotas.school } };
  if ((await spaces.increment({ holder: TOTAL }, { usedBytes: cost }, bounds)) > 0) return;
  const total = await spaces.findOne({ where: { holder: TOTAL } });
  // Before the school's first file there is no total. The sum holds what its space was just charged.
  const before = total?.usedBytes ?? (await spaces.sum('usedBytes')) - cost;
  if (total || before + cost > quotas.school) {
    throw new QuotaError({ spaceId, of: TOTAL, wanted: cost, left: Math.max(0, quotas.school - before) });
  }
  const columns = { kind: TOTAL, holder: TOTAL, groupId: null, ownerId: null, year: null, quotaBytes: null } as const;
  await spaces.insert([{ ...columns, usedBytes: before + cost }]);
}
