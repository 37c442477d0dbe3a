// SPDX-License-Identifier: EUPL-1.2
import { QueryFailedError, type EntityManager } from 'typeorm';
import { ConflictError } from '../../../api/errors.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { applyPersons, readPersonIds } from './apply-persons.js';
import { applyGroups, applySchools } from './apply-schools.js';
import { applyAttachments, applyKinships, applyMemberships } from './apply-ties.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { SyncSourceRow } from '../runs/sync-source.entity.js';

/** The instant and the source of what is being written. */
export interface ApplyContext {
  readonly source: string;
  readonly now: Date;
}

export interface ApplyOptions {
  /** The run that is applied, and the one that its plan was made after. */
  readonly run: { readonly id: number; readonly baseRun: number };
  readonly now: Date;
  /** Ends the sessions of those who left, in the same transaction. */
  readonly onDisabled?: (personIds: readonly string[]) => Promise<void>;
}

/**
 * Writes a plan, all of it or nothing: whoever reads meanwhile sees the directory before or after, never in between.
 * @throws ConflictError when the plan was made from what is no longer so
 */
export async function applyPlan(unitOfWork: UnitOfWork, plan: SyncPlan, options: ApplyOptions): Promise<void> {
  const { run, now, onDisabled } = options;
  const context = { source: plan.source, now };
  await unitOfWork.transaction(async (manager) => {
    await moveOn(manager, plan.source, run);
    await applySchools(manager, plan.schools, context);
    const disabled = await applyPersons(manager, plan.persons, context);
    const groups = await applyGroups(manager, plan.schools, context);
    const persons = await readPersonIds(manager, plan.source);
    await applyAttachments(manager, plan.schools, persons, context);
    await applyMemberships(manager, plan.schools, persons, groups);
    await applyKinships(manager, plan.kinships, persons, context);
    if (disabled.length > 0) await onDisabled?.(disabled);
  });
}

/** First of all, so that the row's lock keeps another sync of the source waiting, which then finds it moved. */
async function moveOn(manager: EntityManager, source: string, { id, baseRun }: ApplyOptions['run']): Promise<void> {
  const moved = await manager
    .update(SyncSourceRow, { name: source, appliedRun: baseRun }, { appliedRun: id })
    .catch((error: unknown) => {
      throw isLockTimeout(error) ? conflict(`Another sync of "${source}" is being applied`, source, id) : error;
    });
  if (moved.affected === 1) return;
  throw conflict(`Another sync of "${source}" was applied after the plan of run ${id} was made`, source, id);
}

function conflict(what: string, source: string, run: number): ConflictError {
  return new ConflictError(`${what}, so that nothing was written. Run the sync again.`, { source, run });
}

/** MariaDB lets a statement wait 50 s for a row; a first import may take longer. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof QueryFailedError && 'code' in error && error.code === 'ER_LOCK_WAIT_TIMEOUT';
}
