// SPDX-License-Identifier: EUPL-1.2
import { LessThan } from 'typeorm';
import type { Clock } from '../../../api/log.js';
import { hashOf } from '../../infra/database/hash-of.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { PendingGrantRow } from './pending-grant.entity.js';
import type { Seal } from './seal.js';

/** How long a grant waits for its session, in milliseconds: the SSO answers right after it has handed it over. */
const LIFE_MS = 60_000;
/** How many may wait (C15); one more, and the oldest goes. */
const MOST = 10_000;

/** Grants between the SSO and the session they belong to, which another process may be opening. */
export interface PendingPgts {
  keep(id: string, grant: string): Promise<void>;
  /** Removes those whose session never came. */
  sweep(): Promise<void>;
  /** The grant of that name, sealed, once. */
  take(id: string): Promise<string | undefined>;
  /** What was sealed; undefined when `session.secret` is another one since. */
  reveal(sealed: string): string | undefined;
}

export function pendingPgts(unitOfWork: UnitOfWork, clock: Clock, { seal, open }: Seal): PendingPgts {
  // Statement by statement: in one transaction, two grants that come at once would wait for each other's gap locks on MariaDB.
  const sweep = async (): Promise<void> => {
    const keptAt = LessThan(new Date(clock.now().getTime() - LIFE_MS));
    await unitOfWork.run((manager) => manager.delete(PendingGrantRow, { keptAt }));
  };

  return {
    sweep,
    reveal: open,
    async keep(id, grant) {
      await sweep();
      // Strangers who learn the address may fill it (it stands in the chain of our tickets, CAS 3.0 §2.6.2): the newest are worth most.
      if ((await unitOfWork.run((manager) => manager.count(PendingGrantRow))) >= MOST) await dropOldest();
      const row = { idHash: hashOf(id), sealed: seal(grant), keptAt: clock.now() };
      await unitOfWork.run((manager) => manager.upsert(PendingGrantRow, row, ['idHash']));
    },
    async take(id) {
      const row = await unitOfWork.run((manager) => manager.findOneBy(PendingGrantRow, { idHash: hashOf(id) }));
      if (!row) return undefined;
      // Of two who take it at once, one finds it gone.
      const { affected } = await unitOfWork.run((manager) => manager.delete(PendingGrantRow, { idHash: row.idHash }));
      return affected === 1 && row.keptAt.getTime() + LIFE_MS > clock.now().getTime() ? row.sealed : undefined;
    },
  };

  async function dropOldest(): Promise<void> {
    const [oldest] = await unitOfWork.run((manager) =>
      manager.find(PendingGrantRow, { order: { keptAt: 'ASC' }, take: 1 }),
    );
    if (oldest) await unitOfWork.run((manager) => manager.delete(PendingGrantRow, { idHash: oldest.idHash }));
  }
}
