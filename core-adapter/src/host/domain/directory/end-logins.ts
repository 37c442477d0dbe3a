// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { ExternalIdRow } from './external-id.entity.js';

/** Those whom a source names no longer: their login is free for others, and what it was is kept, to tell them that their account is closed. */
export async function endLogins(
  manager: EntityManager,
  whose: FindOptionsWhere<ExternalIdRow>,
  leftAt: Date,
): Promise<void> {
  // Apart from the next: MariaDB would read the login that this statement has just set.
  await manager.update(ExternalIdRow, { ...whose, login: Not(IsNull()) }, { formerLogin: () => 'login' });
  await manager.update(ExternalIdRow, whose, { leftAt, login: null });
}
