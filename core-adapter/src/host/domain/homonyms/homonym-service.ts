// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { isLockTimeout } from '../sync/apply/is-lock-timeout.js';
import { SyncSourceRow } from '../sync/state/sync-source.entity.js';
import { homonymProblem } from './homonym-problem.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import { refuseDifferent } from './refuse-different.js';
import { mergePersons } from './merge-persons.js';

export interface HomonymServiceOptions {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly auditTrail: AuditTrail;
  /** The source whose logins the SSO speaks: whom it names can come in, and is kept. */
  readonly loginSource: string | undefined;
  /** Ends the sessions of whom is no longer a person of his own, in the same transaction. */
  readonly endSessions: (personIds: readonly string[]) => Promise<void>;
}

export type Decision = 'same' | 'different';

/** Decides, once, whether two persons are one. */
export class HomonymService {
  constructor(private readonly options: HomonymServiceOptions) {}

  /**
   * `different`: they stay two, and nobody is asked again. `same`: all that sources say of one is said of the other from now on; the
   * one has left, and what bricks keep of that one is erased later.
   * @param actor id of a person, or `cli`
   * @throws NotFoundError
   * @throws ConflictError when somebody was first, one of them has left, one source names both, or the two have come to differ
   */
  async decide(id: string, decision: Decision, { actor, reason }: { actor: string; reason: string }): Promise<void> {
    const { unitOfWork, clock, auditTrail, loginSource, endSessions } = this.options;
    const asked = await unitOfWork.run((manager) => manager.findOneBy(HomonymRow, { id }));
    if (!asked) throw new NotFoundError(`There is no pair of homonyms ${id}.`, { id });
    const subject = { person: asked.personId, other: asked.otherId };
    await auditTrail.record({ actor, uai: null, action: `core.homonym.${decision}`, subject }, () =>
      unitOfWork.transaction(async (manager) => {
        if (decision === 'same') await holdSyncs(manager);
        const now = clock.now();
        const decided = { state: decision, decidedAt: now, decidedBy: actor, reason: reason || null };
        const { affected } = await manager.update(HomonymRow, { id, state: 'open' }, decided);
        if (affected !== 1) throw homonymProblem('decided');
        if (decision === 'different') return;
        await refuseDifferent(unitOfWork, asked);
        const { gone, kept, isTurned } = await mergePersons(manager, asked, { loginSource, now });
        await endSessions(isTurned ? [gone, kept] : [gone]);
      }),
    );
  }
}

/** First of all: no sync writes meanwhile, and one that does is waited for. */
async function holdSyncs(manager: EntityManager): Promise<void> {
  const hold = manager
    .createQueryBuilder()
    .update(SyncSourceRow)
    .set({ name: () => 'name' });
  await hold.execute().catch((error: unknown) => {
    throw isLockTimeout(error) ? homonymProblem('busy') : error;
  });
}
