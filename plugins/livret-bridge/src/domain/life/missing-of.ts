// SPDX-License-Identifier: EUPL-1.2
import { whatIsMissing, type Missing } from '../bilan/what-is-missing.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import type { OffLines } from '../periods/class-rows.js';
import type { BilanRow } from '../../store/bilan.entity.js';

/** The parts that a bilan still needs, by its own catalogue and the lines that its class leaves out; or the catalogue itself. */
export function missingOf(
  row: Pick<BilanRow, 'catalogue' | 'positions' | 'general' | 'classId'>,
  catalogues: Catalogues,
  off: OffLines,
): Missing {
  const catalogue = catalogues.find(row.catalogue);
  if (!catalogue) return { lines: [], general: row.general === '', names: true };
  return whatIsMissing(catalogue, row, off.get(row.classId) ?? []);
}
