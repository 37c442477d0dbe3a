// SPDX-License-Identifier: EUPL-1.2
import type { ContractBench } from './contract-bench.js';
import { rowKey, type Row } from './rows.js';
import type { BrickContents } from './stored-data.js';

/** The same data without the columns and tables that are computed from other rows: see `workedOut` of the contract's options. */
export function withoutWorkedOut(contents: BrickContents, { options }: Pick<ContractBench, 'options'>): BrickContents {
  const workedOut = new Set(Object.keys(options.workedOut ?? {}));
  const shown = [...contents.rows.values()].filter(({ table }) => !workedOut.has(table));
  const rows = shown.map((row) => withoutColumns(row, workedOut));
  return { ...contents, rows: new Map(rows.map((row) => [rowKey(row), row])) };
}

function withoutColumns(row: Row, left: ReadonlySet<string>): Row {
  const kept = Object.entries(row.values).filter(([column]) => !left.has(`${row.table}.${column}`));
  const values = Object.fromEntries(kept);
  return { ...row, values, text: JSON.stringify(values) };
}
