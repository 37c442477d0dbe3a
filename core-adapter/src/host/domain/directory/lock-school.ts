// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { SchoolRow } from './school.entity.js';

/**
 * Locks the row of the school until the end of the transaction, by an update that changes nothing. Call it as the first statement:
 * otherwise, on MariaDB, two concurrent decisions would each read the state before the other.
 */
export async function lockSchool(unitOfWork: UnitOfWork, uai: string): Promise<void> {
  await unitOfWork.run((manager) => manager.update(SchoolRow, { uai }, { uai }));
}
