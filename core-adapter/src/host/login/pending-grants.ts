// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { LessThan } from 'typeorm';
import { BusyError } from '../../api/errors.js';
import type { Clock } from '../../api/log.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { PendingGrantRow } from './pending-grant.entity.js';
import type { Seal } from './seal.js';

/** How long a grant waits for its session, in milliseconds: the SSO answers right after it has handed it over. */
const LIFE_MS = 60_000;
/** How many may wait (C15). */
const MOST = 10_000;

/** Grants between the SSO and the session they belong to, which another process may be opening. */
export interface PendingGrants {
  /** @throws BusyError when too many wait */
  keep(id: string, grant: string): Promise<void>;
  /** The grant of that name, sealed, once. */
  take(id: string): Promise<string | undefined>;
}

export function pendingGrants(unitOfWork: UnitOfWork, clock: Clock, { seal }: Seal): PendingGrants {
  return {
    keep: (id, grant) =>
      unitOfWork.run(async (manager) => {
        const keptAt = clock.now();
        await manager.delete(PendingGrantRow, { keptAt: LessThan(new Date(keptAt.getTime() - LIFE_MS)) });
        if ((await manager.count(PendingGrantRow)) >= MOST)
          throw new BusyError(`${MOST} grants wait for their session.`);
        await manager.upsert(PendingGrantRow, { idHash: hash(id), sealed: seal(grant), keptAt }, ['idHash']);
      }),
    take: (id) =>
      unitOfWork.run(async (manager) => {
        const row = await manager.findOneBy(PendingGrantRow, { idHash: hash(id) });
        if (!row) return undefined;
        const { affected } = await manager.delete(PendingGrantRow, { idHash: row.idHash });
        return affected === 1 && row.keptAt.getTime() + LIFE_MS > clock.now().getTime() ? row.sealed : undefined;
      }),
  };
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
