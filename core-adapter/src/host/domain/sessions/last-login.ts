// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { LastLoginRow } from './last-login.entity.js';

/** Undefined when no login of the person was recorded. */
export async function lastLoginOf(unitOfWork: UnitOfWork, personId: string): Promise<Date | undefined> {
  const row = await unitOfWork.run((manager) => manager.findOneBy(LastLoginRow, { personId }));
  return row?.at;
}

export async function noteLogin(unitOfWork: UnitOfWork, personId: string, at: Date): Promise<void> {
  await unitOfWork.run((manager) => manager.upsert(LastLoginRow, { personId, at }, ['personId']));
}
