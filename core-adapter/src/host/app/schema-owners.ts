// SPDX-License-Identifier: EUPL-1.2
import { coreSchema } from './core-schema.js';
import type { SchemaOwner } from '../infra/database/migrate.js';

/** Core comes first, since rows of bricks name people and schools. */
export function schemaOwners(
  manifests: readonly { id: string; entities?: SchemaOwner['entities']; migrations?: SchemaOwner['migrations'] }[],
): SchemaOwner[] {
  const withTables = manifests.filter(({ entities = [] }) => entities.length > 0);
  return [coreSchema, ...withTables.map(({ id, entities = [], migrations = [] }) => ({ id, entities, migrations }))];
}
