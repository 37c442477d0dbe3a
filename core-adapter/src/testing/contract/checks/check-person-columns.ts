// SPDX-License-Identifier: EUPL-1.2
import { personTables } from '../../../host/domain/personal-data/declared-handlers.js';
import { tablePrefix } from '../../../host/infra/database/migrate.js';
import type { ContractBench } from '../contract-bench.js';
import { eachOf, fault } from '../fault.js';

/**
 * Each column of 36 letters is declared in `personalData.tables`. The key is excepted, and so are references that are named after a table
 * of the brick: they hold the id of a row.
 */
export async function checkPersonColumns({ brick, host, mostFaults }: ContractBench): Promise<void> {
  const { id, entities = [], personalData } = brick.manifest;
  // `none` declares that no column names a person; other checks look for ids of people in the rows.
  if (!personalData || 'none' in personalData) return;
  const tables = personTables(brick.manifest) ?? [];
  const metadatas = entities.map((entity) => host.host.database.dataSource.getMetadata(entity));
  const references = new Set(metadatas.map(({ tableName }) => referenceTo(tableName.slice(tablePrefix(id).length))));
  const undeclared = metadatas.flatMap(({ target, tableName, columns }) => {
    const declared = tables.flatMap((table) => (table.entity === target ? Object.keys(table.columns) : []));
    return columns
      .filter(({ length, isPrimary }) => length === '36' && !isPrimary)
      .filter(({ propertyName }) => !references.has(propertyName) && !declared.includes(propertyName))
      .map(({ propertyName }) => `"${propertyName}" of ${tableName}`);
  });
  await eachOf(
    undeclared,
    (column) =>
      fault(
        `The column ${column} has 36 letters, so it may hold the id of a person, and no declaration names it; say in "tables" of the ` +
          `manifest's personalData what becomes of it: 'delete', 'blank' or 'handlers', 'group' for that of a group, or 'nobody'.`,
      ),
    mostFaults,
  );
}

/** `work_pupil` → `workPupilId`. */
function referenceTo(table: string): string {
  return `${table.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`;
}
