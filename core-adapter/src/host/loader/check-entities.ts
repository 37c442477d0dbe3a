// SPDX-License-Identifier: EUPL-1.2
import { DataSource, type EntityMetadata } from 'typeorm';
import type { Manifest } from '../../api/manifest.js';
import { parseDatabaseUrl } from '../database/database-url.js';
import { tablePrefix } from '../database/migrate.js';

/**
 * Tries a brick's entities in a database of their own, since one bad entity makes the whole DataSource fail for everybody.
 * @returns what is wrong, or undefined
 */
export async function checkEntities({ id, entities = [] }: Manifest): Promise<string | undefined> {
  if (entities.length === 0) return undefined;
  const { options } = parseDatabaseUrl('sqlite::memory:');
  const trial = new DataSource({ ...options, entities: [...entities], synchronize: false });
  try {
    await trial.initialize();
    const plain = entities.find((entity) => !trial.hasMetadata(entity));
    if (plain) return `the class ${plain.name} among its entities has no @Entity()`;
    return trial.entityMetadatas.map((metadata) => entityProblem(metadata, tablePrefix(id))).find(Boolean);
  } catch (error) {
    return `its entities cannot be read (${error instanceof Error ? error.message : String(error)})`;
  } finally {
    if (trial.isInitialized) await trial.destroy();
  }
}

function entityProblem(metadata: EntityMetadata, prefix: string): string | undefined {
  const { tableName } = metadata;
  if (!tableName.startsWith(prefix)) return `the table ${tableName} must start with ${prefix}`;
  if (!metadata.columns.some(({ propertyName, isPrimary }) => propertyName === 'id' && isPrimary)) {
    return `the table ${tableName} has no primary column "id"`;
  }
  if (!metadata.columns.some(({ propertyName }) => propertyName === 'school')) {
    return `the table ${tableName} has no column "school", so the host cannot keep schools apart`;
  }
  const indexed = metadata.indices.some(({ columns }) => columns[0]?.propertyName === 'school');
  return indexed ? undefined : `the table ${tableName} has no index that begins with "school"`;
}
