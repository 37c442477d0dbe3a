// SPDX-License-Identifier: EUPL-1.2
import { JobRow } from '../../host/domain/jobs/job.entity.js';
import type { ContractBench } from './contract-bench.js';
import type { Rows } from './row-watch.js';

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
export function readRows({ rows }: Pick<ContractBench, 'rows'>): Promise<Rows> {
  return rows.read();
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
  if (before === after) return [];
  const changed: Row[] = [];
  for (const [key, row] of after) if (!isSame(row, before.get(key))) changed.push(row);
  for (const [key, row] of before) if (!after.has(key)) changed.push(row);
  return changed;
}

function isSame(row: Row, before: Row | undefined): boolean {
  return row === before || row.text === before?.text;
}
