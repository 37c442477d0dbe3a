// SPDX-License-Identifier: EUPL-1.2
import type { Table } from '../csv/read-table.js';
import type { Oddity } from './remark.js';

/** Remarks about lines with something beyond the last column, which is not read. A `;` at the end of a line does not count. */
export function longLines({ header, rows }: Table): Oddity[] {
  return rows
    .map(({ line, cells }) => ({ line, count: cells.slice(header.length).filter((cell) => cell !== '').length }))
    .filter(({ count }) => count > 0)
    .map(({ line, count }) => ({ line, code: 'longLine', values: { count } }));
}
