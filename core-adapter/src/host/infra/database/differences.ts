// SPDX-License-Identifier: EUPL-1.2
import type { DataSource, EntityMetadata, Table } from 'typeorm';

/** A difference between a schema and the entities. */
export interface Difference {
  /** « `dueOn` of `cahier_notice` »; for the kind `statement`, the SQL that would mend the difference. */
  readonly subject: string;
  readonly kind: 'missing' | 'surplus' | 'other' | 'statement';
}

/** The differences between the schema behind a connection and its entities, by table. Empty: there is no drift. */
export async function findDifferences(dataSource: DataSource): Promise<Difference[]> {
  const differences: Difference[] = [];
  const runner = dataSource.createQueryRunner();
  try {
    for (const metadata of dataSource.entityMetadatas) {
      const table = await runner.getTable(metadata.tablePath);
      if (table) differences.push(...columnsOf(dataSource, metadata, table), ...indicesOf(metadata, table));
      else differences.push({ subject: `the table \`${metadata.tableName}\``, kind: 'missing' });
    }
  } finally {
    await runner.release();
  }
  if (differences.length > 0) return differences;
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => ({ subject: query, kind: 'statement' }));
}

function columnsOf({ driver }: DataSource, { tableName, columns }: EntityMetadata, table: Table): Difference[] {
  const named = (name: string): string => `\`${name}\` of \`${tableName}\``;
  const wanted = columns.map(({ databaseName }) => databaseName);
  const found = table.columns.map(({ name }) => name);
  const changed = driver.findChangedColumns(table.columns, columns).map(({ databaseName }) => databaseName);
  return [
    ...compared(wanted, found, named),
    ...changed.map((name): Difference => ({ subject: named(name), kind: 'other' })),
  ];
}

function indicesOf({ tableName, indices }: EntityMetadata, table: Table): Difference[] {
  const wanted = indices.map(({ name }) => name ?? '');
  const found = table.indices.map(({ name }) => name ?? '');
  return compared(wanted, found, (name) => `the index \`${name}\` of \`${tableName}\``);
}

function compared(wanted: readonly string[], found: readonly string[], named: (name: string) => string): Difference[] {
  const missing = wanted.filter((name) => !found.includes(name));
  const surplus = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name): Difference => ({ subject: named(name), kind: 'missing' })),
    ...surplus.map((name): Difference => ({ subject: named(name), kind: 'surplus' })),
  ];
}

/** Describes a difference in a database in use. */
export function differenceInDatabase({ subject, kind }: Difference): string {
  if (kind === 'missing') return `${subject} is not in the database`;
  if (kind === 'surplus') return `${subject} is in the database and in no entity`;
  return kind === 'other' ? `${subject} is in the database otherwise than its entity says` : subject;
}

/** Describes a difference in a database that only migrations have changed. */
export function differenceInMigrations({ subject, kind }: Difference): string {
  if (kind === 'missing') return `${subject} is in no migration`;
  if (kind === 'surplus') return `${subject} is made by a migration and is in no entity`;
  return kind === 'other' ? `${subject} is made by a migration otherwise than its entity says` : subject;
}
