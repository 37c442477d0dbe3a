// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolWork } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { bytesOf, type Charged, type ChargeTools, type Load } from './charge-tools.js';
import { refuseLargeShare } from './pupil-share.js';
import { QuotaError } from './quota-error.js';
import { mostNodes, usualQuota } from './quotas.js';

/**
 * Adds to the place that a space and its school use, in the transaction that writes the nodes, before it does. Each is one statement with
 * its bound, so that no more concurrent requests succeed than there is room for.
 * @throws QuotaError when the space, the school or the pupil’s share of the space has no room, NotFoundError when the space is gone
 */
export async function chargeSpace(space: Charged, load: Load, tools: ChargeTools): Promise<void> {
  await chargeSpaceAlone(space, load, tools);
  await chargeSchool(space, bytesOf(load), tools);
}

/**
 * Adds to the place that a space uses, and not to that of the school, for files that come from another space of it. @throws QuotaError,
 * NotFoundError
 */
export async function chargeSpaceAlone(space: Charged, load: Load, tools: ChargeTools): Promise<void> {
  if (load.cost < 0 || load.nodes < 0) throw new Error('Place is given back by releaseRoom.');
  if (bytesOf(load) === 0) return;
  await chargeOne(space, load, tools);
  // Read once the space is locked, and before the nodes are written.
  await refuseLargeShare(space, load, tools);
}

/**
 * Adds files that cost nothing, such as a pupil's copies of a worksheet. Only their number is bounded: a work can also be begun where the
 * quota in bytes is used up.
 * @throws QuotaError, NotFoundError
 */
export async function chargeNodes(space: Charged, nodes: number, tools: ChargeTools): Promise<void> {
  if (nodes === 0) return;
  await chargeOne(space, { cost: 0, nodes }, tools, Infinity);
  await addToSchool(bytesOf({ cost: 0, nodes }), tools);
}

type ReleaseTools = Pick<SchoolWork, 'db'>;

/** Gives place back to a space and its school. Never fails for want of room, also where the quota is smaller by now. */
export async function releaseRoom(spaceId: string, load: Load, { db }: ReleaseTools): Promise<void> {
  if (bytesOf(load) === 0 && load.nodes === 0) return;
  await releaseSpaceAlone(spaceId, load, { db });
  await addToSchool(-bytesOf(load), { db });
}

/** Gives place back to a space, and not to the school, for files that go into another space of it. */
export async function releaseSpaceAlone(spaceId: string, load: Load, { db }: ReleaseTools): Promise<void> {
  await db.repository(SpaceRow).increment({ id: spaceId }, { usedBytes: -bytesOf(load), nodes: -load.nodes });
}

async function addToSchool(usedBytes: number, { db }: ReleaseTools): Promise<void> {
  await db.repository(SpaceRow).increment({ holder: TOTAL }, { usedBytes });
}

/** @param mostBytes replaces the quota */
async function chargeOne(
  { spaceId, spaceKind }: Charged,
  load: Load,
  tools: ChargeTools,
  mostBytes?: number,
): Promise<void> {
  const spaces = tools.db.repository(SpaceRow);
  const usual = mostBytes ?? usualQuota(spaceKind, tools.quotas, tools.user);
  const most = mostNodes(spaceKind, tools.user);
  const wanted = bytesOf(load);
  const charge = (quotaBytes: number | null, atMost: number): Promise<number> =>
    spaces.increment(
      { id: spaceId, quotaBytes: quotaBytes ?? IsNull() },
      { usedBytes: wanted, nodes: load.nodes },
      {
        ...(Number.isFinite(atMost) && { usedBytes: { atMost } }),
        ...(load.nodes > 0 && { nodes: { atMost: most } }),
      },
    );
  if ((await charge(null, usual)) > 0) return;
  const space = await spaces.findOne({ where: { id: spaceId } });
  // Two drives became one meanwhile.
  if (!space) throw new NotFoundError('The space of the folder is gone.', { details: { space: spaceId } });
  const { usedBytes, quotaBytes, nodes } = space;
  const quota = mostBytes ?? quotaBytes ?? usual;
  if (quotaBytes !== null && (await charge(quotaBytes, quota)) > 0) return;
  const lack = { spaceId, of: spaceKind };
  if (load.nodes > most - nodes) {
    throw new QuotaError({ ...lack, unit: 'nodes', wanted: load.nodes, left: Math.max(0, most - nodes) });
  }
  throw new QuotaError({ ...lack, wanted, left: Math.max(0, quota - usedBytes) });
}

async function chargeSchool({ spaceId }: Charged, wanted: number, { db, quotas }: ChargeTools): Promise<void> {
  if (wanted === 0) return;
  const spaces = db.repository(SpaceRow);
  const bounds = { usedBytes: { atMost: quotas.school } };
  if ((await spaces.increment({ holder: TOTAL }, { usedBytes: wanted }, bounds)) > 0) return;
  const total = await spaces.findOne({ where: { holder: TOTAL } });
  // Before the school's first file there is no total. The sum holds what its space was just charged.
  const before = total?.usedBytes ?? (await spaces.sum('usedBytes')) - wanted;
  if (total || before + wanted > quotas.school) {
    throw new QuotaError({ spaceId, of: TOTAL, wanted, left: Math.max(0, quotas.school - before) });
  }
  const columns = {
    kind: TOTAL,
    holder: TOTAL,
    groupId: null,
    ownerId: null,
    year: null,
    quotaBytes: null,
    trashFrom: null,
    trashFromOf: null,
  } as const;
  await spaces.insert([{ ...columns, usedBytes: before + wanted, nodes: 0 }]);
}
