// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { endStandIns } from '../../directory/end-stand-ins.js';
import { GroupRow } from '../../directory/group.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { DEFAULT_TIME_ZONE } from '../../directory/default-time-zone.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { groupKey } from '../state/person-state.js';
import { foldedName } from '../snapshot/normalise-record.js';
import { requireId } from '../state/require-id.js';
import type { GroupPlan, SchoolPlan } from '../plan/sync-plan.js';
import { insertRows, overwriteRows } from './write-rows.js';
import type { ApplyContext, GroupIds } from './apply-context.js';
import { outdatedPlan } from '../state/outdated-plan.js';

/** Adds and renames schools; only the source that named a school first may rename it. */
export async function applySchools(
  manager: EntityManager,
  plans: readonly SchoolPlan[],
  { source, now }: ApplyContext,
): Promise<void> {
  const rows = plans.flatMap(({ created }): SchoolRow[] =>
    created
      ? [{ ...created, timeZone: DEFAULT_TIME_ZONE, foldedName: foldedName(created.name), source, createdAt: now }]
      : [],
  );
  await insertRows(manager, SchoolRow, rows);
  for (const { uai, changes } of plans) {
    if (changes.length === 0) continue;
    const changed = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
    const name = changed['name'];
    await manager.update(SchoolRow, { uai, source }, { ...changed, ...(name && { foldedName: foldedName(name) }) });
  }
}

/** Writes groups; an ended group keeps its row, since bricks keep data about it. Its replacement teachers end with it. */
export async function applyGroups(
  manager: EntityManager,
  plans: readonly SchoolPlan[],
  { source, now }: ApplyContext,
): Promise<void> {
  const row = (group: GroupPlan, { uai, schoolYear }: SchoolPlan, id: string): GroupRow => {
    const { key, kind, name } = group;
    return {
      id,
      source,
      uai,
      schoolYear,
      key,
      kind,
      name,
      foldedName: foldedName(name),
      namedAt: now,
      endedAt: null,
      joinedTo: null,
    };
  };
  const created = plans.flatMap((plan) => plan.groups.created.map((group) => row(group, plan, newId())));
  await insertRows(manager, GroupRow, created);
  const touched = plans.filter(({ groups }) => [groups.changed, groups.revived, groups.ended].flat().length > 0);
  if (touched.length === 0) return;
  const ids = await readGroupIds(manager, new Map(touched.map(({ uai, schoolYear }) => [uai, schoolYear])), source);
  const known = touched.flatMap((plan) =>
    [...plan.groups.changed.map(({ group }) => group), ...plan.groups.revived].map((group) =>
      row(group, plan, requireId(ids, groupKey(plan.uai, group.key))),
    ),
  );
  await overwriteRows(manager, GroupRow, known, { by: ['id'], columns: ['kind', 'name', 'foldedName', 'endedAt'] });
  for (const { uai, groups } of touched) {
    const ended = groups.ended.map(({ key }) => requireId(ids, groupKey(uai, key)));
    if (ended.length === 0) continue;
    await manager.update(GroupRow, { id: In(ended) }, { endedAt: now });
    await endStandIns(manager, { groupId: In(ended) }, now);
  }
}

/** School years by UAI, as a plan has them. */
export type SchoolYears = ReadonlyMap<string, number>;

export async function readGroupIds(manager: EntityManager, years: SchoolYears, source: string): Promise<GroupIds> {
  const rows = await manager.find(GroupRow, {
    select: { id: true, uai: true, key: true, schoolYear: true },
    where: { source, schoolYear: In([...new Set(years.values())]) },
  });
  const current = rows.filter(({ uai, schoolYear }) => years.get(uai) === schoolYear);
  return new Map(current.map(({ id, uai, key }) => [groupKey(uai, key), id]));
}

/** @throws ConflictError when a school year has begun since the plan was made: its groups are last year's */
export async function checkSchoolYears(manager: EntityManager, planned: SchoolYears, now: Date): Promise<void> {
  const rows = await manager.find(SchoolRow, { select: { uai: true, timeZone: true } });
  const years = new Map(rows.map(({ uai, timeZone }) => [uai, schoolYearOf(now, timeZone)]));
  const stale = [...planned].find(([uai, schoolYear]) => years.get(uai) !== schoolYear)?.[0];
  if (stale === undefined) return;
  throw outdatedPlan(`A new school year has begun in ${stale} since the plan was made.`, { uai: stale });
}
