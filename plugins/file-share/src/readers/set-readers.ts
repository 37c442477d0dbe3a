// SPDX-License-Identifier: EUPL-1.2
import { InputError, NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull, Like } from 'typeorm';
import { narrower, READERS, type Readers } from '../scope/readers.js';
import { FOLDER, NodeRow } from '../store/node.entity.js';
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
  /** The pupils of the class. What they added to a folder that becomes a drop box is theirs from then on. */
  readonly pupilIds: readonly string[];
}

/**
 * Gives a folder or file other readers, in one transaction with all that is below it: what has a word of its own keeps it, and is never
 * seen by more than its folder.
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
  // Of what a pupil put into a drop box, a word of its own takes the owner away: others see it.
  const ownerId = readers === 'teachers' ? node.ownerId : null;
  const changed = { ...node, readers, ownReaders, pupilsAdd: isOpen, ownerId };
  await db.repository(NodeRow).update({ id: node.id }, { readers, ownReaders, pupilsAdd: isOpen, ownerId });
  if (node.rank === FOLDER) await changeBelow(changed, { ...tools, opens: isOpen !== node.pupilsAdd });
}

/** The readers of a node in a folder with these readers. */
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
  const isOpen = ({ pupilsAdd }: NodeRow): boolean => (opens ? top.pupilsAdd : pupilsAdd);
  const open = new Set([top, ...folders].filter(isOpen).map(({ id }) => id));
  for (const word of READERS) {
    const withWord = [...words].filter(([, readers]) => readers === word).map(([id]) => id);
    for (const ids of inParts(withWord)) await changeIn(ids, word, open, tools);
  }
}

/** Changes what lies in these folders, which have these readers. Those that are open and for teachers are drop boxes. */
async function changeIn(
  folderIds: readonly string[],
  readers: Readers,
  open: ReadonlySet<string>,
  { db, pupilIds }: ReadersTools,
): Promise<void> {
  const nodes = db.repository(NodeRow);
  const parentId = In([...folderIds]);
  for (const own of [null, ...READERS]) {
    await nodes.update({ parentId, ownReaders: own ?? IsNull() }, { readers: readersIn(readers, own) });
  }
  if (readers !== 'teachers') return;
  const boxes = In(folderIds.filter((id) => open.has(id)));
  for (const pupilId of pupilIds) {
    await nodes.update({ parentId: boxes, addedBy: pupilId, ownerId: IsNull() }, { ownerId: pupilId });
  }
}
