// SPDX-License-Identifier: EUPL-1.2
import { changePart, writePart, type PartTools } from './change-part.js';
import { bothWords, isOutdated } from './form-version.js';
import type { HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';

/** Keeps the note that stands in the field when another button of the page is pressed: without a script, the next page would not show it. */
export function keepWord(part: LoadedPart, { word, version }: HandInForm, tools: PartTools): Promise<void> {
  return changePart(
    part,
    async ({ row, status }) => {
      if (!row || !status.canHandIn) return;
      const kept = isOutdated(version, row) ? bothWords(row.word, word) : word;
      if (kept !== row.word) await writePart(row, { word: kept }, tools);
    },
    tools,
  );
}
