// SPDX-License-Identifier: EUPL-1.2
import type { DataSource, EntityMetadata } from 'typeorm';
import type { AnyManifest } from '../../api/manifest.js';
import type { StoredKey } from '../../api/storage.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import { tablePrefix } from '../infra/database/migrate.js';
import { personColumnsProblem } from './check-person-tables.js';

/**
 * Checks a brick's entities with their metadata in `trial`, a database of their own. Returns what is wrong, or
 * undefined when they are valid.
 */
export function entitiesProblem(manifest: AnyManifest, trial: DataSource): BrickFault | undefined {
  const { id, entities = [], storedKeys = [] } = manifest;
  const plain = entities.find((entity) => !trial.hasMetadata(entity));
  if (plain) return { cause: `the class ${plain.name} among its entities has no @Entity()` };
  // Checked by a static method and not by `instanceof`: a brick may have its own copy of TypeORM.
  const active = entities.find((entity) => 'useDataSource' in entity);
  if (active) {
    return { cause: `the entity ${active.name} extends BaseEntity, which reads every school`, remedy: 'Remove that.' };
  }
  const unfit = storedKeys.map((stored) => storedKeyProblem(stored, trial)).find(Boolean);
  if (unfit !== undefined) return { cause: `manifest.storedKeys: ${unfit}` };
  return (
    trial.entityMetadatas.map((metadata) => entityProblem(metadata, tablePrefix(id))).find(Boolean) ??
    personColumnsProblem(manifest, trial)
  );
}

/** The removal of unnamed content compares keys with the column as stored: in a list or an encoded value it would not find them. */
function storedKeyProblem({ entity, column: name }: StoredKey, trial: DataSource): string | undefined {
  const column = trial.getMetadata(entity).findColumnWithPropertyName(name);
  if (!column) return `${entity.name} has no column "${name}"`;
  const isText = column.type === String || column.type === 'varchar';
  return isText && !column.isArray && !column.transformer
    ? undefined
    : `${entity.name}#${name} must be a varchar without a transformer, with one key in each row`;
}

function entityProblem(metadata: EntityMetadata, prefix: string): BrickFault | undefined {
  const cause = columnProblem(metadata, prefix);
  return escapeFromSchool(metadata) ?? (cause === undefined ? undefined : { cause });
}

function columnProblem({ tableName, columns, indices }: EntityMetadata, prefix: string): string | undefined {
  if (!tableName.startsWith(prefix)) return `the table ${tableName} must start with ${prefix}`;
  if (!columns.some(({ propertyName, isPrimary }) => propertyName === 'id' && isPrimary)) {
    return `the table ${tableName} has no primary column "id"`;
  }
  if (!columns.some(({ propertyName }) => propertyName === 'school')) {
    return `the table ${tableName} has no column "school", so the host cannot keep schools apart`;
  }
  const isIndexed = indices.some((index) => index.columns[0]?.propertyName === 'school');
  return isIndexed ? undefined : `the table ${tableName} has no index that begins with "school"`;
}

/** Finds metadata that would let rows of another school, or SQL, past the condition that the host adds to every query. */
function escapeFromSchool({
  tableName,
  tableType,
  relations,
  embeddeds,
  columns,
}: EntityMetadata): BrickFault | undefined {
  const escape = (what: string, remedy: string): BrickFault => ({ cause: `${tableName} ${what}`, remedy });
  const [relation] = relations;
  if (relation) {
    return escape(`has the relation "${relation.propertyName}", which ignores schools`, 'Refer to it by id instead.');
  }
  if (tableType !== 'regular') {
    return escape(`is no plain table (${tableType})`, 'If it shows other rows, refer to them by id instead.');
  }
  const [embedded] = embeddeds;
  if (embedded) {
    return escape(`has the embedded "${embedded.propertyName}"`, 'Make each of its fields a column instead.');
  }
  const computed = columns.find(({ isVirtualProperty }) => isVirtualProperty);
  return (
    computed && escape(`has the column "${computed.propertyName}" made by SQL`, 'Ask for those rows by id instead.')
  );
}
