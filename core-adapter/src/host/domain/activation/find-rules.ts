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

/** Who decided last about a brick in a school, and when. */
export async function findLastDecision(
  unitOfWork: UnitOfWork,
  where: { readonly uai: string; readonly brick: string },
): Promise<{ readonly by: string; readonly at: Date } | undefined> {
  const rows = await unitOfWork.run((manager) => manager.find(ActivationRow, { where, order: { id: 'DESC' } }));
  // Of two in the same millisecond, the sort leaves first what comes first here: an end comes after its beginning.
  return rows
    .flatMap(({ enabledBy, decidedAt, disabledBy, endedAt }) => [
      ...(endedAt === null || disabledBy === null ? [] : [{ by: disabledBy, at: endedAt }]),
      ...(decidedAt === null ? [] : [{ by: enabledBy, at: decidedAt }]),
    ])
    .sort((one, other) => other.at.getTime() - one.at.getTime())[0];
}
