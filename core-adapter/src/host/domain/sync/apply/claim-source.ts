// SPDX-License-Identifier: EUPL-1.2
import { In, Not, type EntityManager } from 'typeorm';
import type { ConflictError } from '../../../../api/errors.js';
import { batches } from '../../directory/batches.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { readPlanToApply } from '../runs/stored-plan.js';
import type { SyncRun } from '../runs/sync-runs.js';
import { SyncSourceRow } from '../state/sync-source.entity.js';
import { isLockTimeout } from './is-lock-timeout.js';
import { outdatedPlan } from '../state/outdated-plan.js';

/**
 * Claims a source for a run, before the run writes anything. The row lock makes another sync of the source wait, which then fails here.
 * @param owners sources that `findOwners` found: a sync of one of them waits, too
 * @throws ConflictError when another run was applied since the plan was made, or is being applied
 */
export async function claimSource(
  manager: EntityManager,
  { id, source, baseRun }: Pick<SyncRun, 'id' | 'source' | 'baseRun'>,
  owners: readonly string[] = [],
): Promise<void> {
  const hold = async (name: string, change: Partial<SyncSourceRow>, where: Partial<SyncSourceRow> = {}) =>
    manager.update(SyncSourceRow, { name, ...where }, change).catch((error: unknown) => {
      throw isLockTimeout(error) ? conflict(`Another sync of "${name}" is being applied`, source, id) : error;
    });
  // Always in the same order, so that no two syncs wait for each other.
  if (owners.length > 0) for (const name of [...owners, source].sort()) await hold(name, { name });
  const moved = await hold(source, { appliedRun: id }, { appliedRun: baseRun });
  if (moved.affected === 1) return;
  throw conflict(`Another sync of "${source}" was applied after the plan of run ${id} was made`, source, id);
}

/**
 * The own sources of schools that another source changes by this run. Classes of all sources of a school lend members to each other, so two
 * syncs must not write in one school at the same time. Call it before the transaction: on MariaDB that would read the state before the claim.
 */
export async function findOwners(
  manager: EntityManager,
  { id, source }: Pick<SyncRun, 'id' | 'source'>,
): Promise<string[]> {
  const isOfAnother = { source: Not(source) };
  if (!(await manager.existsBy(SchoolRow, isOfAnother))) return [];
  const uais = new Set<string>();
  for await (const { schools } of readPlanToApply(manager, id)) for (const { uai } of schools) uais.add(uai);
  const owners = new Set<string>();
  for (const batch of batches([...uais])) {
    for (const school of await manager.findBy(SchoolRow, { uai: In([...batch]), ...isOfAnother }))
      owners.add(school.source);
  }
  return [...owners];
}

function conflict(what: string, source: string, run: number): ConflictError {
  return outdatedPlan(`${what}, so that nothing was written.`, { source, run });
}
