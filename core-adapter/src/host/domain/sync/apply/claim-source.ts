// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { ConflictError } from '../../../../api/errors.js';
import type { SyncRun } from '../runs/sync-runs.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';
import { isLockTimeout } from './is-lock-timeout.js';
import { outdatedPlan } from '../state/outdated-plan.js';

/**
 * Claims a source for a run, before the run writes anything. The row lock makes another sync of the source wait, which then fails here.
 * @throws ConflictError when another run was applied since the plan was made, or is being applied
 */
export async function claimSource(
  manager: EntityManager,
  { id, source, baseRun }: Pick<SyncRun, 'id' | 'source' | 'baseRun'>,
): Promise<void> {
  const moved = await manager
    .update(SyncSourceRow, { name: source, appliedRun: baseRun }, { appliedRun: id })
    .catch((error: unknown) => {
      throw isLockTimeout(error) ? conflict(`Another sync of "${source}" is being applied`, source, id) : error;
    });
  if (moved.affected === 1) return;
  throw conflict(`Another sync of "${source}" was applied after the plan of run ${id} was made`, source, id);
}

function conflict(what: string, source: string, run: number): ConflictError {
  return outdatedPlan(`${what}, so that nothing was written.`, { source, run });
}
