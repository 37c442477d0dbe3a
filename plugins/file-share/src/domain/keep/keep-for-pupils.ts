// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { countUses, usesOf } from '../content/count-uses.js';
import { foldName } from '../../store/names/free-name.js';
import { releaseRoom } from '../quota/charge-space.js';
import { findRoot, openSpace } from '../space/open-space.js';
import { ownSpace } from '../../store/space-ref.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { inParts } from '../tree/all-below.js';
import { writeNodes, type NewNode } from '../tree/insert-nodes.js';
import { deleteNodes } from '../tree/delete-nodes.js';
import { TreeRefusal } from '../tree/tree-refusal.js';
import type { PupilsFile } from './of-pupils.js';

type KeepRequest = Pick<FileShareRequest, 'db' | 'clock'>;

/** The folder of the copies. The name is French for all: the person who moves something may read another language than the pupil. */
export const KEPT_FOLDER = 'Venu de ma classe';

/** The ids of the own spaces of these pupils. Opens a space that has no rows yet, so that `changeSpaces` can lock it. */
export async function homesOf(files: readonly Pick<PupilsFile, 'pupilId'>[], request: KeepRequest): Promise<string[]> {
  const pupilIds = [...new Set(files.map(({ pupilId }) => pupilId))];
  const spaceIds: string[] = [];
  for (const id of pupilIds) spaceIds.push((await openSpace(ownSpace(id), request)).spaceId);
  return spaceIds;
}

/**
 * Copies each file into « Mes fichiers » of its pupil, into one folder. A copy does not count against the quota and is never
 * refused (ADR 82). There is one copy of a file at most: the one in the trash makes room for the new one. Runs in `changeSpaces`, before the
 * files go.
 * @param homes the spaces that were locked
 * @param from where the files are: pupils do not find in the class what is in its trash, so a copy that they threw away stays there, and one that
 * they gave up is not made again
 * @throws TreeRefusal when another pupil has added something just before
 */
export async function keepForPupils(
  files: readonly PupilsFile[],
  homes: readonly string[],
  request: KeepRequest,
  from: 'class' | 'trash' = 'class',
): Promise<void> {
  const plans: { root: NodeRow; copies: NewNode[] }[] = [];
  const thrown: NodeRow[] = [];
  for (const pupilId of new Set(files.map((one) => one.pupilId))) {
    const root = await findRoot(ownSpace(pupilId), request);
    if (!root || !homes.includes(root.spaceId)) throw new TreeRefusal('gone');
    const theirs = files.filter((one) => one.pupilId === pupilId).map(({ file }) => file);
    const kept = await copiesOf(theirs, pupilId, request);
    const there = new Set(
      kept.filter((copy) => from === 'trash' || copy.trashedAt === null).map(({ keptOf }) => keptOf),
    );
    const lacking = theirs.filter(({ id, givenUp }) => !there.has(id) && !(from === 'trash' && givenUp));
    const lackingIds = new Set<string | null>(lacking.map(({ id }) => id));
    thrown.push(...kept.filter(({ keptOf }) => lackingIds.has(keptOf)));
    if (lacking.length > 0) plans.push({ root, copies: lacking.map((file) => copyOf(file, pupilId)) });
  }
  // Room first, then contents, as everywhere: two transactions never wait for each other.
  for (const { root, copies } of plans) await releaseRoom(root.spaceId, { cost: 0, nodes: -copies.length }, request);
  await countUses(usesOf(plans.flatMap(({ copies }) => copies)), request);
  await deleteNodes(thrown, request);
  for (const { root, copies } of plans) {
    await writeNodes((await findFolderIn(root, request)) ?? (await addFolder(root, request)), copies, request);
  }
}

function copyOf({ id, name, contentId, bytes, groupId }: NodeRow, pupilId: string): NewNode {
  return { name, contentId, bytes, cost: 0, addedBy: pupilId, keptFrom: groupId, keptOf: id };
}

/** A pupil's files in classes that have no copy in « Mes fichiers » or its trash. */
export async function notKept(
  files: readonly NodeRow[],
  pupilId: string,
  request: Pick<KeepRequest, 'db'>,
): Promise<NodeRow[]> {
  const kept = new Set((await copiesOf(files, pupilId, request)).map(({ keptOf }) => keptOf));
  return files.filter(({ id }) => !kept.has(id));
}

/** The copies of these files in a pupil's own space, also those in its trash. */
async function copiesOf(
  files: readonly NodeRow[],
  pupilId: string,
  { db }: Pick<KeepRequest, 'db'>,
): Promise<NodeRow[]> {
  const copies: NodeRow[] = [];
  for (const ids of inParts(files.map(({ id }) => id))) {
    const where = { ownerId: pupilId, spaceKind: 'own' as const, keptOf: In(ids) };
    copies.push(...(await db.repository(NodeRow).find({ where })));
  }
  return copies;
}

async function findFolderIn(root: NodeRow, { db }: Pick<KeepRequest, 'db'>): Promise<NodeRow | undefined> {
  const where = { parentId: root.id, foldedName: foldName(KEPT_FOLDER), rank: FOLDER };
  return db.repository(NodeRow).findOne({ where });
}

async function addFolder(root: NodeRow, request: KeepRequest): Promise<NodeRow> {
  await releaseRoom(root.spaceId, { cost: 0, nodes: -1 }, request);
  const folder = { name: KEPT_FOLDER, contentId: null, bytes: 0, addedBy: root.ownerId };
  const [made] = await writeNodes(root, [folder], request);
  if (!made) throw new Error('An inserted row was not returned.');
  return made;
}
