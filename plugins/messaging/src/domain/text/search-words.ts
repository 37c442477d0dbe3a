// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';

/** The words of a text as the search compares them: letters and digits, without accents and capitals. */
export function searchWords(text: string): string[] {
  return normaliseForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
