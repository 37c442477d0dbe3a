// SPDX-License-Identifier: EUPL-1.2
import { Brackets, In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { NotFoundError } from '../../../../api/errors.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { mergePlans } from '../plan/merge-plans.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { outdatedPlan } from '../state/outdated-plan.js';
import { forgetOldPlans, readPlan, type PackedPlan } from './stored-plan.js';
import { SyncRunRow, type SyncRunState } from './sync-run.entity.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';

export type SyncRun = Readonly<SyncRunRow>;

/** A run as it is stored first. */
export type NewRun = Pick<SyncRun, 'source' | 'state' | 'startedAt' | 'endedAt'> & Partial<SyncRun>;

/** The stored runs. */
export class SyncRuns {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a run, with its plan when there is one to apply. */
  async add(run: NewRun, plan?: PackedPlan): Promise<SyncRun> {
    await this.#knowSource(run.source);
    await this.unitOfWork.run((manager) => forgetOldPlans(manager, run.startedAt));
    const id = await this.unitOfWork.transaction(async (manager) => {
      const row = manager.create(SyncRunRow, { baseRun: 0, ...run });
      await manager.insert(SyncRunRow, row);
      await plan?.write(manager, row.id);
      return row.id;
    });
    return this.find(id);
  }

  /** @throws NotFoundError */
  async find(id: number): Promise<SyncRun> {
    const run = await this.unitOfWork.run((manager) => manager.findOneBy(SyncRunRow, { id }));
    if (!run) throw new NotFoundError(`There is no sync run ${id}.`, { details: { id } });
    return run;
  }

  last(source: string): Promise<SyncRun | undefined> {
    return this.unitOfWork.run(async (manager) => {
      const run = await manager.findOne(SyncRunRow, { where: { source }, order: { id: 'DESC' } });
      return run ?? undefined;
    });
  }

  /** The latest run that read the source and left the directory in agreement with it. */
  lastReading(source: string): Promise<SyncRun | undefined> {
    return this.unitOfWork.run(async (manager) => {
      const where = { source, state: In<SyncRunState>(['applied', 'unchanged']), counts: Not(IsNull()) };
      const run = await manager.findOne(SyncRunRow, { where, order: { id: 'DESC' } });
      return run ?? undefined;
    });
  }

  /** The latest run of a source that compared everything, found nothing to change, and could tell a digest of it. */
  lastCompared(source: string): Promise<SyncRun | undefined> {
    return this.unitOfWork.run(async (manager) => {
      const run = await manager.findOne(SyncRunRow, {
        where: { source, digest: Not(IsNull()) },
        order: { id: 'DESC' },
      });
      return run ?? undefined;
    });
  }

  /** The whole plan, for display; null when none was made or it was deleted. */
  async plan(id: number): Promise<SyncPlan | null> {
    const parts: SyncPlan[] = [];
    await this.unitOfWork.run(async (manager) => {
      for await (const part of readPlan(manager, id)) parts.push(part);
    });
    return parts.length === 0 ? null : mergePlans(parts);
  }

  /** The last applied run; 0 before the first. */
  applied(source: string): Promise<number> {
    return this.unitOfWork.run(async (manager) => {
      const row = await manager.findOneBy(SyncSourceRow, { name: source });
      return row?.appliedRun ?? 0;
    });
  }

  /**
   * Marks a waiting run as being written.
   * @throws ConflictError when another process has begun to write it
   */
  async beginWriting(id: number): Promise<void> {
    const waiting = { id, state: In<SyncRunState>(['planned', 'refused']) };
    const begun = await this.unitOfWork.run((manager) => manager.update(SyncRunRow, waiting, { state: 'writing' }));
    if (begun.affected !== 1) throw outdatedPlan(`Sync run ${id} is being applied already.`, { id });
  }

  /**
   * Stores the outcome of a run; one that has ended already stays as it is. Only its own process knows the outcome of a run that another
   * process took for broken off just before it was written.
   */
  async end(id: number, end: Partial<SyncRun> & Pick<SyncRun, 'state' | 'endedAt'>): Promise<void> {
    const waiting = { id, state: In<SyncRunState>(['planned', 'refused', 'writing', 'broken off']) };
    await this.unitOfWork.run((manager) => manager.update(SyncRunRow, waiting, end));
  }

  /** Takes or renews the lease on a source, unless another process holds it. */
  async watch(name: string, processId: string, { now, time }: { now: Date; time: number }): Promise<boolean> {
    await this.#knowSource(name);
    const watch = { watchedBy: processId, watchedUntil: new Date(now.getTime() + time) };
    const free = [{ watchedBy: IsNull() }, { watchedBy: processId }, { watchedUntil: LessThanOrEqual(now) }];
    const taken = await this.unitOfWork.run((manager) =>
      manager
        .createQueryBuilder()
        .update(SyncSourceRow)
        .set(watch)
        .where({ name })
        .andWhere(new Brackets((either) => either.where(free)))
        .execute(),
    );
    return taken.affected === 1;
  }

  /**
   * Reads before it inserts: an insert would wait for a sync of this source that is being applied. Not in one transaction: MariaDB refuses
   * to write rows that changed since the transaction's first read (innodb_snapshot_isolation).
   */
  async #knowSource(name: string): Promise<void> {
    if (await this.unitOfWork.run((manager) => manager.existsBy(SyncSourceRow, { name }))) return;
    const row = { name, appliedRun: 0 };
    await this.unitOfWork.run((manager) =>
      manager.createQueryBuilder().insert().into(SyncSourceRow).values(row).orIgnore().execute(),
    );
  }
}

/** Ends leases on sources that expire at a time of a leap of the clock: the process may be gone, and nobody would follow the source. */
export async function endLateWatches(manager: EntityManager, leaptAt: Date, now: Date): Promise<void> {
  await manager.update(SyncSourceRow, { watchedUntil: MoreThanOrEqual(leaptAt) }, { watchedUntil: now });
}
