// SPDX-License-Identifier: EUPL-1.2
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { TreeTools } from '../tree/insert-nodes.js';
import { copyFiles } from '../works/copy-files.js';
import { UNTOUCHED } from '../works/save-work.js';
import { filesOf, openPartFolder } from '../works/work-folders.js';
import { writePart, type PartTools } from './change-part.js';
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
    async ({ row, status }) => {
      const begun = status.canStart ? await begin(part, row, tools) : row;
      if (!begun || !(status.canStart || status.canChange)) return 'frozen';
      const own = await filesOf(begun.id, 'own', tools);
      const missing = missingSheets(await filesOf(work.id, 'fill', tools), own);
      if (missing.length > 0) {
        await copyFiles(missing, await openPartFolder(begun, 'own', tools), { addedBy: pupilId, cost: 0 }, tools);
      }
      return 'begun';
    },
    tools,
  );
}

async function begin(
  { work, pupilId }: LoadedPart,
  row: WorkPupilRow | undefined,
  tools: PartTools,
): Promise<Pick<WorkPupilRow, 'id' | 'groupId' | 'pupilId'>> {
  const started = { state: 'started' as const, startedAt: tools.clock.now() };
  if (row) {
    await writePart(row, started, tools);
    return row;
  }
  const { id: workId, groupId, collects } = work;
  return tools.db.repository(WorkPupilRow).insertOne({
    ...{ ...UNTOUCHED, ...started, workId, groupId, pupilId, revision: 1 },
    ...{ shown: true, shownToRead: !collects },
  });
}
