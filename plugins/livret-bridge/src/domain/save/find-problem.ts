// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { parseCell } from '../bilan/cell.js';
import { MOST_ELEMENTS, MOST_STRENGTHS, tidyCell } from '../bilan/cell-value.js';
import { tidyText } from '../bilan/tidy-text.js';
import type { LivretTexts } from '../../brick-types.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { textLimit } from './text-limit.js';

/**
 * The sentence to show beside a field with a value that its cell cannot hold; undefined when the value fits.
 * @throws InputError for a value that no page sends, such as a position 7
 */
export function findProblem(catalogue: Catalogue, name: string, typed: string, t: LivretTexts): string | undefined {
  const cell = parseCell(catalogue, name);
  try {
    tidyCell(catalogue, cell, typed);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError) || cell.kind === 'position') throw error;
    if (cell.kind === 'strengths') return t('bilan.tooManyStrengths', { most: MOST_STRENGTHS });
    if (cell.kind === 'elements') {
      const isLong = typed.split('\n').some((label) => tidyText(label).length > catalogue.limits.element);
      if (isLong) return t('bilan.elementTooLong', { limit: catalogue.limits.element });
      return t('bilan.tooManyElements', { most: MOST_ELEMENTS });
    }
    const limit = textLimit(catalogue, cell) ?? 0;
    const length = tidyText(typed).length;
    return t('bilan.tooLong', { length, limit, count: length - limit });
  }
}
