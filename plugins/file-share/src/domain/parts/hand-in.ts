// SPDX-License-Identifier: EUPL-1.2
import { deleteNodes } from '../tree/delete-nodes.js';
import { filesOf } from '../works/work-folders.js';
import { beginPart } from './begin-part.js';
import { changePart, writePart, type PartTools } from './change-part.js';
import { bothWords, holdsLines, isOutdated } from './form-version.js';
import type { LoadedPart } from './load-part.js';
import { isAllUnchanged, untouchedSheets } from './untouched-sheets.js';

/**
 * `done`: the part is handed in, now or before with the same note. `other`: it was handed in before with another note. `empty`: there is
 * neither a file nor a note. `unchanged`: there are only copies as the pupil got them, and no note. `closed`: the part is not accepted any more. `changed`: the form was shown before the part changed.
 */
export type HandedIn = 'done' | 'other' | 'empty' | 'unchanged' | 'closed' | 'changed';

/** The pupil's note, and the version of the part that the form showed. */
export interface HandInForm {
  readonly word: string;
  readonly version?: string | undefined;
  /** The ids of copies that are handed in although the pupil has not changed them. */
  readonly sheets?: readonly string[];
  /** Whether the pupil was asked, and hands in copies without any change. */
  readonly isSure?: boolean;
}

/**
 * Hands in a part with the pupil's note (the column `word`), and begins it where it was untouched. The part is frozen from then on, and the
 * copies that `untouchedSheets` names are gone from it. A second request with the same note, such as that of another tab, changes nothing.
 */
export function handIn(
  part: LoadedPart,
  { word, version, sheets = [], isSure = false }: HandInForm,
  tools: PartTools,
): Promise<HandedIn> {
  return changePart(
    part,
    async (current) => {
      const { row, status } = current;
      const isBefore = status.state === 'handedIn' || status.state === 'handedInLate';
      if (isBefore) return word === row?.word ? 'done' : 'other';
      if (!status.isTheirTurn) return 'closed';
      if (isOutdated(version, row)) return 'changed';
      const own = row ? await filesOf(row.id, 'own', tools) : [];
      if (word === '' && own.length === 0) return 'empty';
      if (word === '' && !isSure && isAllUnchanged(own)) return 'unchanged';
      const begun = await beginPart(part, current, tools);
      if (!begun.row) return 'closed';
      const handedIn = {
        state: 'handedIn' as const,
        handedInAt: tools.clock.now(),
        late: status.isLateNow,
        word,
        takenBackAt: null,
        // The word of the last correction is marked as prepared with a file, and is not about this time.
        ...(begun.row.prepared === begun.row.answer && { prepared: '' }),
      };
      await writePart(begun.row, handedIn, tools);
      const untouched = untouchedSheets(own);
      await deleteNodes(
        untouched.filter(({ id }) => !sheets.includes(id)),
        tools,
      );
      return 'done';
    },
    tools,
  );
}

/**
 * Takes a part back, so that the pupil can change it until it is due; from then on it counts as handed in as it is (`stateOf`).
 * @param word a note that is still to be sent: it stands below the note of the part, which was confirmed before
 * @returns false when the part is due by now, or corrected
 */
export function takeBack(part: LoadedPart, word: string, tools: PartTools): Promise<boolean> {
  return changePart(
    part,
    async ({ row, status }) => {
      if (row && status.canChange) {
        // Another tab has taken the part back: the note of this one is still to be sent.
        if (!holdsLines(row.word, word)) await writePart(row, { word: bothWords(row.word, word) }, tools);
        return true;
      }
      if (!row || !status.canTakeBack) return false;
      const late = row.late || status.isLateNow;
      await writePart(row, { takenBackAt: tools.clock.now(), late, word: bothWords(row.word, word) }, tools);
      return true;
    },
    tools,
  );
}
