// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { NodeRow } from '../../store/node.entity.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { changeCounts, negative, sumOf } from '../../domain/tree/counts.js';
import { deleteNodes } from '../../domain/tree/delete-nodes.js';
import { aboveIn } from '../../domain/tree/find-node.js';
import { filesIn, findWorkFolder } from '../../domain/works/work-folders.js';

interface JoinTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

type PartId = Pick<WorkPupilRow, 'id'>;

/**
 * Puts the files of one part into another one of the same work, under names that are free there. A file with a content that is there already, such as
 * the same sheet to fill in, is not doubled. Runs in `changeSpaces` or under `lockSpaces`.
 */
export async function joinPartFiles(from: PartId, to: PartId, tools: JoinTools): Promise<void> {
  for (const kind of ['own', 'back'] as const) {
    const folder = await findWorkFolder(from.id, kind, tools);
    if (!folder) continue;
    const there = await findWorkFolder(to.id, kind, tools);
    if (there) await joinFolders(folder, there, tools);
    else await tools.db.repository(NodeRow).update({ id: folder.id }, { parentId: to.id });
  }
}

async function joinFolders(folder: NodeRow, there: NodeRow, tools: JoinTools): Promise<void> {
  const { db } = tools;
  const nodes = db.repository(NodeRow);
  const kept = await filesIn(there, tools);
  const used = new Set(kept.map(({ foldedName }) => foldedName));
  const moved: NodeRow[] = [];
  for (const file of await filesIn(folder, tools)) {
    if (kept.some((one) => isSame(one, file))) continue;
    const name = firstFreeName(file.name, (folded) => used.has(folded));
    used.add(foldName(name));
    await nodes.update({ id: file.id }, { ...nameColumns(name), parentId: there.id, above: aboveIn(there) });
    moved.push(file);
  }
  // Files that the pupil took out of either part come back to the part that stays.
  const ownerId = In([folder.pupilId, there.pupilId].flatMap((id) => id ?? []));
  await nodes.update({ ownerId, spaceKind: 'own', trashedFrom: folder.id }, { trashedFrom: there.id });
  await changeCounts([there.id], sumOf(moved), { db });
  await changeCounts([folder.id], negative(sumOf(moved)), { db });
  await deleteNodes(await nodes.find({ where: { id: folder.id } }), tools);
}

function isSame(one: NodeRow, other: NodeRow): boolean {
  return one.contentId !== null && one.contentId === other.contentId && one.readers === other.readers;
}
