// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { ConflictError } from '../../../../api/errors.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { lendMembers, takeBackMembers } from './lend-members.js';
import type { PlanParts } from './apply-context.js';
import { applyPersons, readPersonIds } from './apply-persons.js';
import { freePersons, type MovedRows } from './free-persons.js';
import { applyGroups, applySchools, checkSchoolYears, readGroupIds } from './apply-schools.js';
import { applyAttachments, applyKinships, applyMemberships } from './apply-relations.js';
import { claimSource } from './claim-source.js';
import { endTiesTogether } from './end-ties-together.js';
import { giveBackGroups } from './give-back-groups.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import type { SyncRun } from '../runs/sync-runs.js';
import { noteFilled, type FilledGroups } from './filled-groups.js';
import { renewGroups } from './renew-groups.js';
import { outdatedPlan } from '../state/outdated-plan.js';

export interface ApplyOptions {
  /** The run to apply, with the run that its plan is based on. */
  readonly run: Pick<SyncRun, 'id' | 'source' | 'baseRun'>;
  readonly now: Date;
  /** See `findOwners`. */
  readonly owners?: readonly string[];
  /** Ends the sessions of people who left, in the same transaction. */
  readonly onDisabled?: (personIds: readonly string[]) => Promise<void>;
  /** Called in the same transaction with the schools in which people got a profile. */
  readonly onBegun?: (manager: EntityManager, uais: readonly string[]) => Promise<void>;
  /** Called in the same transaction with the schools in which groups got or lost members or teachers. */
  readonly onRegrouped?: (manager: EntityManager, uais: readonly string[]) => Promise<void>;
}

/**
 * Writes a plan in one transaction: readers see the directory before or after, never in between. The parts are read three times: logins are
 * freed before others take them, and all people are written before their memberships and kinships.
 * @param parts yields the parts of the plan from the first on, each time it is called
 * @throws ConflictError when the directory has changed since the plan was made
 */
export async function applyPlan(unitOfWork: UnitOfWork, parts: PlanParts, options: ApplyOptions): Promise<void> {
  const { run, now, owners, onDisabled, onBegun, onRegrouped } = options;
  const context = { source: run.source, now };
  await unitOfWork.transaction(async (manager) => {
    await claimSource(manager, run, owners);
    const disabled: string[] = [];
    const begun: string[] = [];
    const regrouped = new Set<string>();
    const moved: MovedRows = new Map();
    const filled: FilledGroups = new Map();
    const uais = new Set<string>();
    let found = false;
    for await (const { persons, schools } of parts(manager)) {
      found = true;
      disabled.push(...(await freePersons(manager, persons, { ...context, moved })));
      noteFilled(schools, filled);
      for (const { uai } of schools) uais.add(uai);
    }
    if (!found) throw forgotten(run.id);
    const lent = await takeBackMembers(manager, [...uais], now);
    const renewed = await renewGroups(manager, parts, filled, context);
    const years = new Map<string, number>();
    for await (const part of parts(manager)) {
      for (const { uai, schoolYear } of part.schools) years.set(uai, schoolYear);
      await applySchools(manager, part.schools, context);
      await applyGroups(manager, part.schools, context);
      await applyPersons(manager, part, context);
    }
    await checkSchoolYears(manager, years, now);
    const added = await readGroupIds(manager, years, context.source);
    const groups = { added, removed: new Map([...added, ...renewed]) };
    for await (const part of parts(manager)) {
      const persons = await readPersonIds(manager, context.source, keysOf(part));
      await applyAttachments(manager, part.schools, persons, context);
      begun.push(...part.schools.flatMap(({ uai, attachments }) => (attachments.begun.length > 0 ? [uai] : [])));
      await applyMemberships(manager, part.schools, persons, groups, context);
      for (const { uai, memberships } of part.schools) {
        if (memberships.added.length + memberships.removed.length > 0) regrouped.add(uai);
      }
      await applyKinships(manager, part.kinships, persons, context);
    }
    await giveBackGroups(manager, filled, { all: added, renewed }, context);
    await endTiesTogether(manager, new Map([...years].filter(([uai]) => regrouped.has(uai))), context);
    await lendMembers(manager, [...uais], { before: lent, now });
    if (disabled.length > 0) await onDisabled?.(disabled);
    if (begun.length > 0) await onBegun?.(manager, begun);
    if (regrouped.size > 0) await onRegrouped?.(manager, [...regrouped]);
  });
}

/** Keys of all people in the attachments, memberships and kinships of a part. */
function keysOf({ schools, kinships }: SyncPlan): string[] {
  const ties = [...kinships.added, ...kinships.removed];
  return [
    ...schools.flatMap(({ attachments }) => [...attachments.begun, ...attachments.ended].map(({ person }) => person)),
    ...schools.flatMap(({ memberships }) => [...memberships.added, ...memberships.removed].map(({ person }) => person)),
    ...ties.flatMap(({ guardian, child }) => [guardian, child]),
  ];
}

function forgotten(id: number): ConflictError {
  return outdatedPlan(`The plan of sync run ${id} is no longer kept.`, { id });
}
