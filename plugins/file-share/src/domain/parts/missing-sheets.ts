// SPDX-License-Identifier: EUPL-1.2
import type { NodeRow } from '../../store/node.entity.js';

/**
 * The files to fill in of which a pupil has no copy: they were asked to do it again before they began, they
 * removed the copy, or the file was added later. A copy is known by its name, as where a filled one takes its place.
 */
export function missingSheets(fill: readonly NodeRow[], own: readonly Pick<NodeRow, 'foldedName'>[]): NodeRow[] {
  const names = new Set(own.map(({ foldedName }) => foldedName));
  return fill.filter(({ foldedName }) => !names.has(foldedName));
}
