// SPDX-License-Identifier: EUPL-1.2
import { coreOwner } from './core-owner.js';
import type { Owner } from '../infra/database/migrate.js';

/** Core first: bricks' rows name persons and schools. */
export function ownersOf(
  manifests: readonly { id: string; entities?: Owner['entities']; migrations?: Owner['migrations'] }[],
): Owner[] {
  const withTables = manifests.filter(({ entities = [] }) => entities.length > 0);
  return [coreOwner, ...withTables.map(({ id, entities = [], migrations = [] }) => ({ id, entities, migrations }))];
}
