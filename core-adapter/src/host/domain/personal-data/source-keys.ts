// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { SourceKey } from '../../../api/personal-data.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { isRetiredKey } from '../directory/retired-key.js';

/** The keys of a person in sources, current or former. A retired key is left out: that key names another person now. */
export async function sourceKeysOf(manager: EntityManager, personId: string): Promise<SourceKey[]> {
  const rows = await manager.find(ExternalIdRow, { where: { personId }, order: { source: 'ASC', key: 'ASC' } });
  return rows.filter(({ key }) => !isRetiredKey(key)).map(({ source, key }) => ({ source, key }));
}
