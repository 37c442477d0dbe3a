// SPDX-License-Identifier: EUPL-1.2
import { parseCell } from '../bilan/cell.js';
import { readCell } from '../bilan/cell-value.js';
import { contentOf } from '../bilan/content.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { isSeen } from './seen.js';
import type { Fields, TypedCell } from './written-form.js';

/**
 * The cells of a form, with the choice between two values that its button makes: `keep` is `both`, `theirs` or `mine`, and the name of the
 * cell. The choice is about the value that the page showed: a newer one is shown again.
 */
export function applyChoice(
  cells: readonly TypedCell[],
  fields: Fields,
  row: BilanRow,
  catalogue: Catalogue,
): readonly TypedCell[] {
  const [which, name] = fields.one('keep').split(' ');
  const chosen = cells.find((cell) => cell.name === name);
  if (!chosen || !['both', 'theirs', 'mine'].includes(which ?? '')) return cells;
  const others = cells.filter((cell) => cell !== chosen);
  if (which === 'theirs') return others;
  const mark = fields.one(`theirs.${chosen.name}`);
  const theirs = readCell(contentOf(row), parseCell(catalogue, chosen.name));
  const isBoth = which === 'both' && isSeen(mark, theirs);
  return [...others, { ...chosen, was: mark, typed: isBoth ? bothOf(theirs, chosen) : chosen.typed }];
}

/** Joins two texts, one after the other; for elements, each one once. */
function bothOf(theirs: string, { name, typed }: TypedCell): string {
  if (!name.startsWith('elements:')) return `${theirs}\n${typed}`;
  return [...new Set([...theirs.split('\n'), ...typed.split('\n')])].join('\n');
}
