// SPDX-License-Identifier: EUPL-1.2
import type { TreeTools } from '../tree/insert-nodes.js';
import { copyFiles } from '../works/copy-files.js';
import { filesOf, openPartFolder } from '../works/work-folders.js';
import { beginPart } from './begin-part.js';
import type { PartTools } from './change-part.js';
import { changeWithWord } from './change-with-word.js';
import type { HandInForm } from './hand-in.js';
import type { LoadedPart } from './load-part.js';
import { missingSheets } from './missing-sheets.js';

/**
 * Begins a part, or goes on with one: the pupil gets a copy of each file to fill in of which they have none, which costs no room as long as
 * it is not changed. A second call, as from a second tab, changes nothing.
 * @returns `frozen` when the part can neither begin nor change by now
 */
export async function startPart(
  part: LoadedPart,
  typed: HandInForm | undefined,
  tools: PartTools & TreeTools,
): Promise<'begun' | 'frozen'> {
  const { work, pupilId } = part;
  return changeWithWord(
    part,
    typed,
    async (current) => {
      const { row, status } = await beginPart(part, current, tools);
      if (!row || !status.canChange) return 'frozen';
      const own = await filesOf(row.id, 'own', tools);
      const missing = missingSheets(await filesOf(work.id, 'fill', tools), own);
      if (missing.length > 0) {
        await copyFiles(missing, await openPartFolder(row, 'own', tools), { addedBy: pupilId, cost: 0 }, tools);
      }
      return 'begun';
    },
    tools,
  );
}
