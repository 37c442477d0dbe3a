// SPDX-License-Identifier: EUPL-1.2
import type { NewRow, SchoolWork } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { countUses, usesOf } from '../content/count-uses.js';
import { chargeSpace } from '../quota/charge-space.js';
import type { Quotas } from '../quota/quotas.js';
import { CopyPartRow, CopyRow } from '../../store/copy.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { copyOf } from '../tree/copy-nodes.js';
import { changeCounts, NONE, sumOf, type Counts } from '../tree/counts.js';
import { findFolder, idsAbove } from '../tree/find-node.js';
import { freeNames } from '../tree/free-names.js';
import { rowOf } from '../tree/insert-nodes.js';
import { keptReaders } from '../tree/move-nodes.js';
import { refuseFolderIn } from '../tree/refuse-place.js';
import { TreeRefusal } from '../tree/tree-refusal.js';
import { placeMark } from './place-mark.js';

export interface PartTools extends Pick<SchoolWork, 'db' | 'clock'> {
  readonly quotas: Quotas;
  /** The copies of folders, by the ids of the folders. */
  readonly copies: Map<string, string>;
}

/**
 * Makes one part of a copy: its rows, their counts and the note that the part was made commit together. Folders and files that were moved,
 * deleted or given other readers since the click are left out.
 * @throws QuotaError, TreeRefusal when the folder of the copy takes nothing any more
 */
export async function copyNextPart(part: CopyPartRow, spaceId: string, tools: PartTools): Promise<void> {
  const { db } = tools;
  const marks = new Map(JSON.parse(part.entries) as [string, string][]);
  const find = (): Promise<NodeRow[]> =>
    db.repository(NodeRow).find({ where: { id: In([...marks.keys()]), trashedAt: IsNull() } });
  const spaceIds = (await find()).map((node) => node.spaceId);
  const folders = await changeSpaces(
    [spaceId, ...spaceIds],
    async () => {
      const copy = await db.repository(CopyRow).findOne({ where: { id: part.copyId, state: 'running' } });
      const now = await db.repository(CopyPartRow).findOne({ where: { id: part.id } });
      if (!copy || !now) return new Map<string, string>();
      // Another process made it: what is below goes into the folders of that one.
      if (now.folders !== null) return new Map(JSON.parse(now.folders) as [string, string][]);
      const folder = await folderOf(copy, tools);
      const nodes = (await find()).filter((node) => marks.get(node.id) === placeMark(node));
      const made = await insertCopies(nodes, part, { ...tools, copy, folder });
      await db.repository(CopyPartRow).update({ id: part.id }, { folders: JSON.stringify([...made.folders]) });
      const copied = copy.copied + made.count;
      await db.repository(CopyRow).update({ id: copy.id }, { copied, changedAt: tools.clock.now() });
      return made.folders;
    },
    { db },
  );
  for (const [id, copyId] of folders) tools.copies.set(id, copyId);
}

/** A folder that was closed to pupils meanwhile takes no more of a pupil's copy. @throws TreeRefusal */
async function folderOf({ folderId, spaceId, byPupil }: CopyRow, { db }: PartTools): Promise<NodeRow> {
  const folder = await findFolder(folderId, { db });
  const isClosed = byPupil && folder?.spaceKind === 'group' && !folder.pupilsAdd;
  if (folder?.spaceId !== spaceId || isClosed) throw new TreeRefusal('gone', folder?.name);
  return folder;
}

interface InsertTools extends PartTools {
  readonly copy: CopyRow;
  readonly folder: NodeRow;
}

interface Made {
  readonly count: number;
  readonly folders: ReadonlyMap<string, string>;
}

async function insertCopies(nodes: readonly NodeRow[], { isTop }: CopyPartRow, tools: InsertTools): Promise<Made> {
  const { db, copy, folder, quotas } = tools;
  const { byPupil, ownerId: copiedBy } = copy;
  const parents = isTop ? undefined : await copiedParents(nodes, tools);
  const placed = nodes.flatMap((node) => {
    const parent = parents ? parents.get(node.parentId) : folder;
    return parent ? [{ node, parent }] : [];
  });
  // The folder of the copy may have been moved deeper.
  for (const { node, parent } of placed) if (node.rank === FOLDER) refuseFolderIn(parent);
  const names = await namesIn(placed);
  const rows = placed.map(({ node, parent }) => {
    const ownReaders = isTop && copy.keepReaders ? keptReaders(node, parent) : node.ownReaders;
    const name = names.get(node.id) ?? node.name;
    return rowOf(parent, { ...copyOf(node, { copiedBy, byPupil }), ownReaders, name }, tools);
  });
  const user = { id: copiedBy, profiles: [byPupil ? ('pupil' as const) : ('teacher' as const)] };
  await chargeSpace(folder, sumOf(rows), { db, quotas, user });
  await countUses(usesOf(rows), { db });
  const written = rows.length === 0 ? [] : await db.repository(NodeRow).insert(rows);
  await addToFoldersAbove(rows, { db });
  const folders = placed.flatMap(({ node }, index): [string, string][] =>
    node.rank === FOLDER ? [[node.id, written[index]?.id ?? '']] : [],
  );
  return { count: rows.length, folders: new Map(folders) };

  /** The names of nodes that cannot keep theirs. Somebody may have put something into a folder of the copy already. */
  async function namesIn(list: readonly Placed[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const taken = await takenNames(list, { db });
    for (const parentId of new Set(list.map(({ parent }) => parent.id))) {
      if (!isTop && !taken.has(parentId)) continue;
      const together = list.filter(({ parent }) => parent.id === parentId).map(({ node }) => node);
      const free = await freeNames(
        parentId,
        together.map(({ name }) => name),
        { db },
      );
      for (const [index, { id }] of together.entries()) found.set(id, free[index] ?? '');
    }
    return found;
  }
}

interface Placed {
  readonly node: NodeRow;
  readonly parent: NodeRow;
}

async function takenNames(placed: readonly Placed[], { db }: Pick<PartTools, 'db'>): Promise<ReadonlySet<string>> {
  const parentId = In([...new Set(placed.map(({ parent }) => parent.id))]);
  const foldedName = In([...new Set(placed.map(({ node }) => node.foldedName))]);
  const select = ['parentId', 'groupId', 'ownerId', 'pupilId'] as const;
  const found =
    placed.length === 0 ? [] : await db.repository(NodeRow).find({ select, where: { parentId, foldedName } });
  return new Set(found.map((one) => one.parentId));
}

/** The copies of the folders around these nodes that are still in the space of the copy, by the ids of the folders. */
async function copiedParents(
  nodes: readonly NodeRow[],
  { db, copies, copy }: InsertTools,
): Promise<ReadonlyMap<string, NodeRow>> {
  const ids = new Set(nodes.flatMap(({ parentId }) => copies.get(parentId) ?? []));
  const where = { id: In([...ids]), spaceId: copy.spaceId, trashedAt: IsNull() };
  const found = ids.size === 0 ? [] : await db.repository(NodeRow).find({ where });
  const byId = new Map(found.map((one) => [one.id, one]));
  return new Map(
    nodes.flatMap(({ parentId }): [string, NodeRow][] => {
      const parent = byId.get(copies.get(parentId) ?? '');
      return parent ? [[parentId, parent]] : [];
    }),
  );
}

/** Folders with the same change take one statement. */
async function addToFoldersAbove(rows: readonly NewRow<NodeRow>[], tools: Pick<PartTools, 'db'>): Promise<void> {
  const added = new Map<string, Counts>();
  for (const row of rows) {
    for (const id of idsAbove(row)) added.set(id, sumOf([added.get(id) ?? NONE, row]));
  }
  const foldersByChange = new Map<string, { readonly change: Counts; readonly ids: string[] }>();
  for (const [id, change] of added) {
    const key = JSON.stringify(change);
    const same = foldersByChange.get(key) ?? { change, ids: [] };
    same.ids.push(id);
    foldersByChange.set(key, same);
  }
  for (const { change, ids } of foldersByChange.values()) await changeCounts(ids, change, tools);
}
