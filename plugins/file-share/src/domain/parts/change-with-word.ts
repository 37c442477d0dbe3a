// SPDX-License-Identifier: EUPL-1.2
import { beginByAct } from './begin-part.js';
import { changePart, writePart, type CurrentPart, type PartTools } from './change-part.js';
import { bothWords, holdsLines, isOutdated } from './form-version.js';
import type { HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';

/**
 * Changes a part by a button that sends the pupil's note along: without a script, the next page would not show the note. The note is kept in the
 * same transaction, which begins a part that was untouched.
 * @param typed undefined for a form without the field
 * @returns `frozen` when the part takes no note by now: nothing has changed, and the caller shows what was typed
 */
export function changeWithWord<R>(
  part: LoadedPart,
  typed: HandInForm | undefined,
  change: (part: CurrentPart) => Promise<R>,
  tools: PartTools,
  others: readonly string[] = [],
): Promise<R | 'frozen'> {
  return changePart(
    part,
    async (read) => {
      if (!typed) return change(read);
      // An empty field begins nothing.
      const current = typed.word === '' ? read : await beginByAct(part, read, tools);
      const { row, status } = current;
      if (!row || !status.canHandIn) return holdsLines(row?.word ?? '', typed.word) ? change(current) : 'frozen';
      const word = isOutdated(typed.version, row) ? bothWords(row.word, typed.word) : typed.word;
      if (word === row.word) return change(current);
      await writePart(row, { word }, tools);
      return change({ ...current, row: { ...row, word, revision: row.revision + 1 } });
    },
    tools,
    others,
  );
}
