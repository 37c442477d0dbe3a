// SPDX-License-Identifier: EUPL-1.2
import type { ContractBench } from '../contract-bench.js';
import type { Row } from '../rows.js';

/** Whether exportPerson leaves out the content of the row for now: see `exportedLater` of the contract's options. */
export function isExportedLater({ options }: Pick<ContractBench, 'options'>, { table, values }: Row): boolean {
  const isLater = new Map(Object.entries(options.exportedLater ?? {})).get(table);
  return isLater?.(values) ?? false;
}
