// SPDX-License-Identifier: EUPL-1.2
import { InputError, NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, Like, type FindOptionsWhere } from 'typeorm';
import { narrower } from '../scope/readers.js';
import { READERS, type Readers } from '../../store/readers.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { inParts } from '../tree/all-below.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { aboveIn, findNode } from '../tree/find-node.js';

interface ReadersChoice {
  readonly readers: Readers;
  /** Whether pupils may add to it: of a folder in a class. */
  readonly pupilsAdd: boolean;
}

interface ReadersTools {
  readonly db: SchoolDatabase;
  /** Finds the pupils among these people. What they added to a folder that pupils no longer see is theirs from then on. */
  readonly pupilsAmong: (personIds: readonly string[]) => Promise<readonly string[]>;
}

/**
 * Gives a folder or file other readers, in one transaction with all that is below it. A node with readers of its own keeps them, and is
 * never seen by more people than its folder.
 * @throws InputError for more readers than those of the folder around it
 */
export async function setReaders(
  { id, spaceId }: Pick<NodeRow, 'id' | 'spaceId'>,
  choice: ReadersChoice,
  tools: ReadersTools,
): Promise<void> {
  const { db } = tools;
  await changeSpaces([spaceId], () => changeReaders(id, choice, tools), { db });
}

/** Reads the node and its folder inside of the transaction: either may have been moved just before. */
async function changeReaders(nodeId: string, choice: ReadersChoice, tools: ReadersTools): Promise<void> {
  const { db } = tools;
  const node = await findNode(nodeId, { db });
  const parent = node && (await findNode(node.parentId, { db }));
  if (!node || !parent) throw new NotFoundError('The node was deleted just before.', { details: { node: nodeId } });
  const readers = narrower(parent.readers, choice.readers);
  if (readers !== choice.readers) {
    throw new InputError('The folder around it is seen by fewer.', {
      remedy: 'Choose as many readers as it has, or fewer.',
    });
  }
  const ownReaders = readers === parent.readers ? null : readers;
  const isOpen = choice.pupilsAdd && node.rank === FOLDER && node.spaceKind === 'group';
  // Readers of its own take the owner from a node that a pupil put into a drop box: others see it.
  const whose =
    readers === 'teachers'
      ? { ownerId: node.ownerId ?? (await pupilThatAdded(node, tools)), dropped: node.dropped }
      : { ownerId: null, dropped: false };
  const changed = { ...node, readers, ownReaders, pupilsAdd: isOpen, ...whose };
  await db.repository(NodeRow).update({ id: node.id }, { readers, ownReaders, pupilsAdd: isOpen, ...whose });
  if (node.rank === FOLDER) await changeBelow(changed, { ...tools, opens: isOpen !== node.pupilsAdd });
}

/** A pupil still reads what they put into a class. Null for what an adult added. */
async function pupilThatAdded({ spaceKind, addedBy }: NodeRow, { pupilsAmong }: ReadersTools): Promise<string | null> {
  if (spaceKind !== 'group' || addedBy === null) return null;
  return (await pupilsAmong([addedBy]))[0] ?? null;
}

function readersIn(folder: Readers, own: Readers | null): Readers {
  return own === null ? folder : narrower(folder, own);
}

interface BelowTools extends ReadersTools {
  /** Whether the folder was opened or closed with this word. If not, open folders below it stay open. */
  readonly opens: boolean;
}

async function changeBelow(top: NodeRow, tools: BelowTools): Promise<void> {
  const { db, opens } = tools;
  const nodes = db.repository(NodeRow);
  const below = { spaceId: top.spaceId, above: Like(`${aboveIn(top)}%`), rank: FOLDER, trashedAt: IsNull() };
  // A folder has a longer path than those above it.
  const folders = (await nodes.find({ where: below })).sort((one, other) => one.above.length - other.above.length);
  const words = new Map([[top.id, top.readers]]);
  for (const { id, parentId, ownReaders } of folders) {
    words.set(id, readersIn(words.get(parentId) ?? top.readers, ownReaders));
  }
  for (const ids of opens ? inParts([...words.keys()]) : []) {
    await nodes.update({ id: In(ids) }, { pupilsAdd: top.pupilsAdd });
  }
  for (const word of READERS) {
    const withWord = [...words].filter(([, readers]) => readers === word).map(([id]) => id);
    for (const ids of inParts(withWord)) await changeIn(ids, word, tools);
  }
}

/** Notes the most readers that these nodes had, before they have fewer: what is brought back from the trash later is for them again (ADR 82). */
async function noteMostReaders(
  where: FindOptionsWhere<NodeRow>,
  now: Readers,
  { db }: Pick<ReadersTools, 'db'>,
): Promise<void> {
  for (const [index, readers] of READERS.slice(0, READERS.indexOf(now)).entries()) {
    const fewer = In(READERS.slice(index + 1));
    const unknown = [IsNull(), fewer].map((shownTo) => ({ ...where, readers, shownTo }));
    for (const one of unknown) await db.repository(NodeRow).update(one, { shownTo: readers });
  }
}

/**
 * Changes the nodes in these folders, which have these readers. A node that only teachers see has the pupil who added it as its owner;
 * others see it again once the folder is for pupils again, unless it was put into a drop box.
 */
async function changeIn(
  folderIds: readonly string[],
  readers: Readers,
  { db, pupilsAmong }: ReadersTools,
): Promise<void> {
  const nodes = db.repository(NodeRow);
  const parentId = In([...folderIds]);
  for (const own of [null, ...READERS]) {
    const seenBy = readersIn(readers, own);
    const withWord = { parentId, ownReaders: own ?? IsNull() };
    await noteMostReaders(withWord, seenBy, { db });
    await nodes.update(withWord, { readers: seenBy });
    if (seenBy === 'teachers') continue;
    await nodes.update({ ...withWord, spaceKind: 'group', dropped: false }, { ownerId: null });
  }
  if (readers !== 'teachers') return;
  const ofAll = { parentId, spaceKind: 'group' as const, ownerId: IsNull() };
  const added = await nodes.find({ select: ['id', 'groupId', 'ownerId', 'pupilId', 'addedBy'], where: ofAll });
  for (const pupilId of await pupilsAmong([...new Set(added.flatMap(({ addedBy }) => addedBy ?? []))])) {
    await nodes.update({ ...ofAll, addedBy: pupilId }, { ownerId: pupilId });
  }
}
