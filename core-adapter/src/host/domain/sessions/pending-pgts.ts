// SPDX-License-Identifier: EUPL-1.2
import { LessThan } from 'typeorm';
import type { Clock } from '../../../api/log.js';
import { hashOf } from '../../infra/database/hash-of.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { PendingPgtRow } from './pending-pgt.entity.js';
import type { Seal } from './seal.js';

/** The time for which a PGT waits for its session, in milliseconds: the SSO answers the validation right after it has posted the PGT. */
const LIFE_MS = 60_000;
/** The most PGTs that may wait (C15); a further one replaces the oldest. */
const MOST = 10_000;

/** PGTs that wait for their sessions; another process may open the session. */
export interface PendingPgts {
  keep(id: string, pgt: string): Promise<void>;
  /** Removes PGTs that have waited too long for a session. */
  sweep(): Promise<void>;
  /** The encrypted PGT with this id (PGTIOU); a second call finds none. */
  take(id: string): Promise<string | undefined>;
  /** Decrypts; undefined when `session.secret` has changed since. */
  reveal(sealed: string): string | undefined;
}

export function pendingPgts(unitOfWork: UnitOfWork, clock: Clock, { seal, open }: Seal): PendingPgts {
  // Separate statements: in one transaction, two concurrent inserts would wait for each other's gap locks on MariaDB.
  const sweep = async (): Promise<void> => {
    const keptAt = LessThan(new Date(clock.now().getTime() - LIFE_MS));
    await unitOfWork.run((manager) => manager.delete(PendingPgtRow, { keptAt }));
  };

  return {
    sweep,
    reveal: open,
    async keep(id, pgt) {
      await sweep();
      // Strangers who learn the URL from a proxy chain (CAS 3.0 §2.6.2) may fill the table: the newest PGTs are the most useful.
      if ((await unitOfWork.run((manager) => manager.count(PendingPgtRow))) >= MOST) await dropOldest();
      const row = { idHash: hashOf(id), sealed: seal(pgt), keptAt: clock.now() };
      await unitOfWork.run((manager) => manager.upsert(PendingPgtRow, row, ['idHash']));
    },
    async take(id) {
      const row = await unitOfWork.run((manager) => manager.findOneBy(PendingPgtRow, { idHash: hashOf(id) }));
      if (!row) return undefined;
      // Of two concurrent calls, only one deletes the row.
      const { affected } = await unitOfWork.run((manager) => manager.delete(PendingPgtRow, { idHash: row.idHash }));
      return affected === 1 && row.keptAt.getTime() + LIFE_MS > clock.now().getTime() ? row.sealed : undefined;
    },
  };

  async function dropOldest(): Promise<void> {
    const [oldest] = await unitOfWork.run((manager) =>
      manager.find(PendingPgtRow, { order: { keptAt: 'ASC' }, take: 1 }),
    );
    if (oldest) await unitOfWork.run((manager) => manager.delete(PendingPgtRow, { idHash: oldest.idHash }));
  }
}
