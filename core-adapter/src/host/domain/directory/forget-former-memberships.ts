// SPDX-License-Identifier: EUPL-1.2
import { In, LessThan } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { batches } from './batches.js';
import { FORMER_MEMBERSHIPS_KEPT, FormerMembershipRow, TIES_AT_END_KEPT } from './former-membership.entity.js';
import { formerMemberships, IS_IN_SUMMER, isAtEnd, isLentAtEnd } from './ties-at-end.js';

/** Deletes former memberships that neither the guard nor a past or former tie needs any more. */
export function forgetFormerMemberships(unitOfWork: UnitOfWork, now: Date): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age);
  return unitOfWork.transaction(async (manager) => {
    await manager.delete(FormerMembershipRow, { until: LessThan(before(TIES_AT_END_KEPT)) });
    const forgotten = await formerMemberships(manager)
      .select('former.id', 'id')
      .where('former.until < :kept', { kept: before(FORMER_MEMBERSHIPS_KEPT) })
      .andWhere(`(${isAtEnd(manager)} OR ${isLentAtEnd(manager)} OR ${IS_IN_SUMMER}) IS NOT TRUE`)
      .getRawMany<{ id: string }>();
    for (const batch of batches(forgotten)) {
      await manager.delete(FormerMembershipRow, { id: In(batch.map(({ id }) => id)) });
    }
  });
}
