// SPDX-License-Identifier: EUPL-1.2
import type { CountFault, OrphanFault } from './count-fault.js';
import { findSuspects } from './find-suspects.js';
import { recountContent, recountFolder, recountSpace, recountTotal, type RecountTools } from './recount.js';
import { NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { withoutRow } from './without-row.js';

/**
 * Counts all of a school, and each count that seems wrong once more. Folders that belong to no work come first, since they are counted; the
 * total comes last, since it adds up the spaces.
 */
export async function recountSchool(tools: RecountTools, signal: AbortSignal): Promise<(CountFault | OrphanFault)[]> {
  const { orphans, contents, folders, spaces, totals } = await findSuspects(tools.db, signal);
  const faults: (CountFault | OrphanFault)[] = [];
  const steps: readonly [readonly string[], typeof recountContent | typeof recountOrphan][] = [
    [orphans, recountOrphan],
    [contents, recountContent],
    [folders, recountFolder],
    [spaces, recountSpace],
    [totals, recountTotal],
  ];
  for (const [ids, recount] of steps) {
    for (const id of ids) {
      signal.throwIfAborted();
      faults.push(...(await recount(id, tools)));
    }
  }
  return faults;
}

/** Looks for the row of a folder once more, while nobody else changes its space. As a repair, the folder goes with all below it. */
async function recountOrphan(id: string, { db, clock, isRepair }: RecountTools): Promise<OrphanFault[]> {
  const nodes = db.repository(NodeRow);
  const space = (await nodes.findOne({ where: { id } }))?.spaceId ?? '';
  return changeSpaces(
    [space],
    async () => {
      const found = await nodes.find({ where: { id, spaceId: space } });
      const [orphan] = await withoutRow(found, db);
      if (!orphan) return [];
      if (isRepair) await deleteNodes([orphan], { db, clock });
      return [{ kind: 'orphan', id, space, files: orphan.files } as const];
    },
    { db },
  );
}
