// SPDX-License-Identifier: EUPL-1.2
import { findWorkFolder } from '../works/work-folders.js';
import { beginPart } from './begin-part.js';
import { changePart, writePart, type PartTools } from './change-part.js';
import { bothWords, holdsLines, isOutdated } from './form-version.js';
import type { LoadedPart } from './load-part.js';

/**
 * `done`: the part is handed in, now or before with the same note. `other`: it was handed in before with another note. `empty`: there is
 * neither a file nor a note. `closed`: the part is not accepted any more. `changed`: the form was shown before the part changed.
 */
export type HandedIn = 'done' | 'other' | 'empty' | 'closed' | 'changed';

/** The pupil's note, and the version of the part that the form showed. */
export interface HandInForm {
  readonly word: string;
  readonly version?: string | undefined;
}

/**
 * Hands in a part with the pupil's note (the column `word`), and begins it where it was untouched. The part is frozen from then on. A second request with the same note, such as that
 * of another tab, changes nothing.
 */
export function handIn(part: LoadedPart, { word, version }: HandInForm, tools: PartTools): Promise<HandedIn> {
  return changePart(
    part,
    async (current) => {
      const { row, status } = current;
      const isBefore = status.state === 'handedIn' || status.state === 'handedInLate';
      if (isBefore) return word === row?.word ? 'done' : 'other';
      if (!status.isTheirTurn) return 'closed';
      if (isOutdated(version, row)) return 'changed';
      const own = row && (await findWorkFolder(row.id, 'own', tools));
      if (word === '' && (own?.files ?? 0) === 0) return 'empty';
      const begun = await beginPart(part, current, tools);
      if (!begun.row) return 'closed';
      const handedIn = {
        state: 'handedIn' as const,
        handedInAt: tools.clock.now(),
        late: status.isLateNow,
        word,
        takenBackAt: null,
      };
      await writePart(begun.row, handedIn, tools);
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
