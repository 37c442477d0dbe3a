// SPDX-License-Identifier: EUPL-1.2
import { NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import type { OrphanFault } from './count-fault.js';
import type { RecountTools } from './recount.js';
import { withoutRow } from './without-row.js';

/** Looks for the row of a folder once more, while nobody else changes its space. As a repair, the folder goes with all below it. */
export async function recountOrphan(id: string, { db, clock, isRepair }: RecountTools): Promise<OrphanFault[]> {
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
