// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { SourceKey } from '../../api/personal-data.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';

/**
 * What sources call somebody, in force or left. A key that was given to somebody else after he left, and is kept as `key#id`, is
 * left out: it leads to the other one.
 */
export async function sourceKeysOf(manager: EntityManager, personId: string): Promise<SourceKey[]> {
  const rows = await manager.find(ExternalIdRow, { where: { personId }, order: { source: 'ASC', key: 'ASC' } });
  return rows.filter(({ key }) => !key.endsWith(`#${personId}`)).map(({ source, key }) => ({ source, key }));
}
