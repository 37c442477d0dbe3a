// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, LessThanOrEqual, MoreThan, Or, type FindOptionsWhere } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import { readInstant, type StoredInstant } from '../../infra/util/stored-instant.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ActivationRow } from './activation.entity.js';
import { inForce, isOpen, type Activation } from './activation-rule.js';

type Where = FindOptionsWhere<ActivationRow>;

/** The rules that are in force at an instant. */
export function findInForce(unitOfWork: UnitOfWork, where: Where, now: Date): Promise<ActivationRow[]> {
  return findOpen(unitOfWork, { ...where, from: LessThanOrEqual(now) }, now);
}

/** The bricks that are on in each of these schools at an instant, for at least one person. */
export async function findBricksOn(
  unitOfWork: UnitOfWork,
  uais: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = uais.length === 0 ? [] : await findInForce(unitOfWork, { uai: In([...uais]) }, now);
  const on = new Map(uais.map((uai) => [uai, new Set<string>()]));
  for (const { uai, brick } of rows) on.get(uai)?.add(brick);
  return new Map([...on].map(([uai, bricks]) => [uai, [...bricks].sort()]));
}

/** A rule of a brick in a school. */
export interface SchoolRule extends Activation {
  readonly uai: string;
  readonly brick: string;
}

/** The rules of schools at an instant, the earliest first. */
export interface SchoolRules {
  readonly at: Date;
  readonly inForce: readonly SchoolRule[];
  /** Those in force and those still to come. */
  readonly open: readonly SchoolRule[];
}

/** The rules of schools at an instant: every page needs those in force, and says which of them are about to end for its reader. */
export async function findRulesIn(unitOfWork: UnitOfWork, uais: readonly string[], now: Date): Promise<SchoolRules> {
  const rows = uais.length === 0 ? [] : await SELECT_OPEN(unitOfWork, { uais, now });
  const rules = rows.map(({ uai, brick, profiles, groupIds, from, until }) => ({
    ...{ uai, brick },
    profiles: JSON.parse(profiles) as Profile[],
    groupIds: JSON.parse(groupIds) as string[],
    from: readInstant(from),
    until: until === null ? null : readInstant(until),
  }));
  const open = rules.filter((rule) => isOpen(rule, now));
  return { at: now, inForce: open.filter((rule) => inForce(rule, now)), open };
}

/** A rule as the drivers give it. */
interface StoredRule extends Record<'uai' | 'brick' | 'profiles' | 'groupIds', string> {
  readonly from: StoredInstant;
  readonly until: StoredInstant | null;
}

const SELECT_OPEN = keptSelect<'uais' | 'now', StoredRule>((manager) =>
  manager
    .createQueryBuilder(ActivationRow, 'activation')
    .select('activation.uai', 'uai')
    .addSelect('activation.brick', 'brick')
    .addSelect('activation.profiles', 'profiles')
    .addSelect('activation.groupIds', 'groupIds')
    .addSelect('activation.from', 'from')
    .addSelect('activation.until', 'until')
    .where('activation.uai IN (:...uais) AND (activation.until IS NULL OR activation.until > :now)')
    .orderBy('activation.from')
    .addOrderBy('activation.id'),
);

/** The rules that are in force or still to come at an instant, the earliest first. */
export async function findRules(unitOfWork: UnitOfWork, where: Where, now: Date): Promise<ActivationRow[]> {
  const rows = await findOpen(unitOfWork, where, now);
  return rows.filter((row) => isOpen(row, now));
}

function findOpen(unitOfWork: UnitOfWork, where: Where, now: Date): Promise<ActivationRow[]> {
  return unitOfWork.run((manager) =>
    manager.find(ActivationRow, {
      where: { ...where, until: Or(IsNull(), MoreThan(now)) },
      order: { from: 'ASC', id: 'ASC' },
    }),
  );
}

/** The actor and the instant of the last decision about a brick in a school. */
export async function findLastDecision(
  unitOfWork: UnitOfWork,
  where: { readonly uai: string; readonly brick: string },
): Promise<{ readonly by: string; readonly at: Date } | undefined> {
  const rows = await unitOfWork.run((manager) => manager.find(ActivationRow, { where, order: { id: 'DESC' } }));
  // The sort is stable: for equal instants the end of a rule stays before its start, since the end was decided later.
  return rows
    .flatMap(({ enabledBy, decidedAt, disabledBy, endedAt }) => [
      ...(endedAt === null || disabledBy === null ? [] : [{ by: disabledBy, at: endedAt }]),
      ...(decidedAt === null ? [] : [{ by: enabledBy, at: decidedAt }]),
    ])
    .sort((one, other) => other.at.getTime() - one.at.getTime())[0];
}

/** Rows by their school or their brick. */
export function groupedBy<Key extends 'uai' | 'brick', Row extends Readonly<Record<Key, string>>>(
  key: Key,
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
}
