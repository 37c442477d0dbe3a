// SPDX-License-Identifier: EUPL-1.2
import { tidyText } from '../../domain/bilan/tidy-text.js';
import type { LivretTexts } from '../../brick-types.js';
import { LONGEST_WORD } from '../../domain/trace/note-trace.js';

/** A word of the head as it is stored, or the sentence beside the field. Nothing is cut. */
export function readWord(typed: string, t: LivretTexts): { readonly word: string } | { readonly problem: string } {
  const word = tidyText(typed);
  if (word === '') return { problem: t('word.empty') };
  if (word.length > LONGEST_WORD) return { problem: t('word.long', { length: word.length, most: LONGEST_WORD }) };
  return { word };
}
