// SPDX-License-Identifier: EUPL-1.2
import { contentHash, contentOf } from './content.js';
import type { BilanRow } from '../../store/bilan.entity.js';

/** The digest of what a signature of this row covers. */
export function hashOfRow(row: BilanRow): string {
  return contentHash({ ...row, content: contentOf(row) });
}

/** Whether the content is still the signed one. A visa and a publication ask it anew. */
export function isAsSigned(row: BilanRow): boolean {
  return row.sha256 === hashOfRow(row);
}
