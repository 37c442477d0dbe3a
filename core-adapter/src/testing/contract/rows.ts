// SPDX-License-Identifier: EUPL-1.2
import { JobRow } from '../../host/domain/jobs/job.entity.js';
import type { ContractBench } from './contract-bench.js';

/** A row of the brick, of any school. */
export interface Row {
  readonly table: string;
  readonly school: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  /** The whole row as text, for comparisons. */
  readonly text: string;
}

/** The table and the id, which stay the same when a row changes. */
export function rowKey({ table, values }: Pick<Row, 'table' | 'values'>): string {
  return `${table} ${String(values['id'])}`;
}

/** Every row of every table of the brick, by table and id. */
export async function readRows({ host, brick }: ContractBench): Promise<Map<string, Row>> {
  const { dataSource } = host.host.database;
  const rows = new Map<string, Row>();
  for (const entity of brick.manifest.entities ?? []) {
    const table = dataSource.getMetadata(entity).tableName;
    for (const found of await dataSource.getRepository(entity).find()) {
      const values = found as Record<string, unknown>;
      const row = { table, school: values['school'], values, text: JSON.stringify(values) };
      rows.set(rowKey(row), row);
    }
  }
  return rows;
}

export async function emptyTables({ host, brick }: ContractBench): Promise<void> {
  const { dataSource } = host.host.database;
  for (const entity of brick.manifest.entities ?? []) {
    await dataSource.createQueryBuilder().delete().from(entity).execute();
  }
  if (brick.jobs.size > 0) await dataSource.manager.delete(JobRow, { brick: brick.id });
}

/** Deletes all rows of the brick in one school, without its handlers. */
export async function deleteRowsOf({ host, brick }: ContractBench, school: string): Promise<void> {
  const { dataSource } = host.host.database;
  for (const entity of brick.manifest.entities ?? []) {
    await dataSource.createQueryBuilder().delete().from(entity).where({ school }).execute();
  }
}

/** Rows that were added, removed or changed; removed rows as they were, others as they are now. */
export function changedRows(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): Row[] {
  const cameOrChanged = [...after].filter(([key, { text }]) => before.get(key)?.text !== text);
  const went = [...before].filter(([key]) => !after.has(key));
  return [...cameOrChanged, ...went].map(([, row]) => row);
}
