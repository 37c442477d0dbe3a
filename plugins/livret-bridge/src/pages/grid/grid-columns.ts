// SPDX-License-Identifier: EUPL-1.2
import { linesOf, type Catalogue } from '../../domain/catalogue/catalogue.js';
import type { GridDomain } from './grid.model.js';

/**
 * The columns of one table: the lines that the class fills in, and lines off that have a value already, so that nothing is signed that the
 * page does not show.
 * @param first the number of the first column on the page
 */
export function gridColumns(
  catalogue: Catalogue,
  off: readonly string[],
  positions: readonly string[],
  first: number,
): GridDomain[] {
  const lines = linesOf(catalogue);
  const isShown = (code: string): boolean => {
    const index = lines.findIndex((line) => line.code === code);
    return !off.includes(code) || positions.some((one) => (one[index] ?? ' ') !== ' ');
  };
  let next = first;
  return catalogue.domains
    .map(({ label, short, lines: all }) => ({
      ...{ label, short },
      columns: all
        .filter(({ code }) => isShown(code))
        .map((line) => ({
          ...{ code: line.code, label: line.label, short: line.short, id: `c${(next++).toString(36)}` },
          isOff: off.includes(line.code),
          index: lines.findIndex(({ code }) => code === line.code),
        })),
    }))
    .filter(({ columns }) => columns.length > 0);
}
