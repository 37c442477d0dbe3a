// SPDX-License-Identifier: EUPL-1.2
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { partStatus } from '../works/part-status.js';
import { UNTOUCHED } from '../works/save-work.js';
import { writePart, type CurrentPart, type PartTools } from './change-part.js';
import type { LoadedPart } from './load-part.js';

/** Begins a part in the transaction of `changePart`; a part that has begun, or cannot begin by now, stays as it is. */
export async function beginPart(part: LoadedPart, current: CurrentPart, tools: PartTools): Promise<CurrentPart> {
  if (!current.status.canStart) return current;
  const row = await begin(part, current.row, tools);
  const { clock, schoolYear } = tools;
  return { ...current, row, status: partStatus({ work: current.times, part: row, now: clock.now(), schoolYear }) };
}

/** Begins a part that is handed in: a file, a note or handing in is the first act of a pupil who has nothing to fill in (ADR 135). */
export async function beginByAct(part: LoadedPart, current: CurrentPart, tools: PartTools): Promise<CurrentPart> {
  return current.status.isTheirTurn ? beginPart(part, current, tools) : current;
}

async function begin(
  { work, pupilId }: LoadedPart,
  row: WorkPupilRow | undefined,
  tools: PartTools,
): Promise<WorkPupilRow> {
  const started = { state: 'started' as const, startedAt: tools.clock.now() };
  if (row) {
    await writePart(row, started, tools);
    return { ...row, ...started, revision: row.revision + 1 };
  }
  const { id: workId, groupId, collects } = work;
  return tools.db.repository(WorkPupilRow).insertOne({
    ...{ ...UNTOUCHED, ...started, workId, groupId, pupilId, revision: 1 },
    ...{ shown: true, shownToRead: !collects },
  });
}
