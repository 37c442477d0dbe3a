// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { ExternalIdRow } from './external-id.entity.js';

/**
 * Ends external ids that a source no longer names: frees the login for others, and keeps it in `formerLogin` to recognise closed accounts.
 */
export async function endLogins(
  manager: EntityManager,
  whose: FindOptionsWhere<ExternalIdRow>,
  leftAt: Date,
): Promise<void> {
  // A separate statement: in a single UPDATE, MariaDB would read the login that it has just set.
  await manager.update(ExternalIdRow, { ...whose, login: Not(IsNull()) }, { formerLogin: () => 'login' });
  await manager.update(ExternalIdRow, whose, { leftAt, login: null });
}
