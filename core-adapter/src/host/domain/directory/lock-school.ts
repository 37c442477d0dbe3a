// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { SchoolRow } from './school.entity.js';

/**
 * Holds the school's row to the end of the transaction, by an update that changes nothing. To be the first statement of it: on MariaDB
 * two decisions at once would each read what was there before the other.
 */
export async function lockSchool(unitOfWork: UnitOfWork, uai: string): Promise<void> {
  await unitOfWork.run((manager) => manager.update(SchoolRow, { uai }, { uai }));
}
