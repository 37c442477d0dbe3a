// SPDX-License-Identifier: EUPL-1.2
import { IsNull, LessThanOrEqual, MoreThan, Or, type FindOptionsWhere } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ActivationRow } from './activation.entity.js';
import { isOpen } from './activation-rule.js';

type Where = FindOptionsWhere<ActivationRow>;

/** The rules that are in force at an instant. */
export function findInForce(unitOfWork: UnitOfWork, where: Where, now: Date): Promise<ActivationRow[]> {
  return findOpen(unitOfWork, { ...where, from: LessThanOrEqual(now) }, now);
}

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
