// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import fc from 'fast-check';
import { IsNull } from 'typeorm';
import { READERS } from '../../store/readers.js';
import { openSpace } from '../../domain/space/open-space.js';
import { groupSpace, ownSpace, SCHOOL_SPACE, teamSpace } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { copyNodes } from '../../domain/tree/copy-nodes.js';
import { deleteNodes } from '../../domain/tree/delete-nodes.js';
import { insertNodes } from '../../domain/tree/insert-nodes.js';
import { moveNodes } from '../../domain/tree/move-nodes.js';
import { restoreNode } from '../../domain/tree/restore-node.js';
import { trashNodes } from '../../domain/tree/trash-nodes.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';

const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const NAMES = ['Leçon 1', 'leçon 1', 'Carte.png', 'exposé.pdf', 'Exposé.PDF', 'Sciences'];

/** A drive that steps change. */
export class TreeWalk {
  readonly tools;
  readonly counts = new Map<string, number>();

  constructor(
    readonly db: SchoolDatabase,
    readonly personId: string,
    readonly groupId: string,
  ) {
    const user = { profiles: ['teacher' as const] };
    this.tools = { db, quotas, user, clock: { now: () => new Date('2026-11-24T09:00:00Z') } };
  }

  /** Empties all and opens four spaces. */
  async reset(): Promise<void> {
    const { db, personId, groupId } = this;
    await db.repository(SpaceRow).delete({});
    await db.repository(NodeRow).delete({});
    await db.repository(ContentRow).delete({});
    for (const space of [ownSpace(personId), groupSpace(groupId), teamSpace(groupId), SCHOOL_SPACE]) {
      await openSpace(space, this.tools);
    }
  }

  /** One of these nodes, by a number that says nothing of how many there are. */
  async pick(index: number, which: (node: NodeRow) => boolean): Promise<NodeRow | undefined> {
    const found = (await this.db.repository(NodeRow).find({ order: { sortName: 'ASC', id: 'ASC' } })).filter(which);
    return found[index % Math.max(found.length, 1)];
  }

  count(step: string): void {
    this.counts.set(step, (this.counts.get(step) ?? 0) + 1);
  }
}

export type TreeStep = (walk: TreeWalk) => Promise<void>;

const isLive = ({ trashedAt, name }: NodeRow): boolean => trashedAt === null && name !== '';
const isFolder = ({ rank, trashedAt }: NodeRow): boolean => rank === FOLDER && trashedAt === null;
const isTrashed = ({ trashedFrom }: NodeRow): boolean => trashedFrom !== null;
const number = fc.nat({ max: 10_000 });

const insert = fc
  .record({ at: number, name: fc.constantFrom(...NAMES), isFolder: fc.boolean(), readers: fc.constantFrom(...READERS) })
  .map(({ at, name, isFolder: makesFolder, readers }): TreeStep => async (walk) => {
    const folder = await walk.pick(at, isFolder);
    if (!folder) return;
    const { db, personId } = walk;
    const bytes = at % 100;
    await db.transaction(async () => {
      const [content] = makesFolder ? [] : await db.repository(ContentRow).insert([contentOf(bytes)]);
      const size = content?.bytes ?? 0;
      const node = { name, contentId: content?.id ?? null, bytes: size, cost: at % 3 === 0 ? 0 : size };
      await insertNodes(folder, [{ ...node, ownReaders: readers, addedBy: personId }], walk.tools);
    });
    walk.count('insert');
  });

let contents = 0;
function contentOf(bytes: number): Omit<ContentRow, 'id' | 'school'> {
  contents += 1;
  return {
    sha256: contents.toString(16).padStart(64, '0'),
    bytes,
    storageKey: `k${contents}`,
    refs: 1,
    type: null,
    unusedSince: null,
  };
}

const several = fc.record({
  at: fc.array(number, { minLength: 1, maxLength: 4 }),
  to: number,
  keepReaders: fc.boolean(),
});

async function ticked(walk: TreeWalk, at: readonly number[]): Promise<NodeRow[]> {
  const found = new Map<string, NodeRow>();
  for (const index of at) {
    const node = await walk.pick(index, isLive);
    if (node) found.set(node.id, node);
  }
  return [...found.values()];
}

const move = several.map(({ at, to, keepReaders }): TreeStep => async (walk) => {
  const nodes = await ticked(walk, at);
  const folder = await walk.pick(to, isFolder);
  if (folder) await refusable(walk, 'move', nodes, folder, () => moveNodes(nodes, folder, { keepReaders }, walk.tools));
});

const copy = several.map(({ at, to, keepReaders }): TreeStep => async (walk) => {
  // Copies of copies would fill the drive.
  if ((await walk.db.repository(NodeRow).count({ where: { trashedAt: IsNull() } })) > 40) return;
  const nodes = await ticked(walk, at);
  const folder = await walk.pick(to, isFolder);
  const readable = (some: NodeRow[]): Promise<NodeRow[]> =>
    Promise.resolve(some.filter(({ bytes }) => bytes % 7 !== 0));
  const options = { keepReaders, copiedBy: walk.personId, readable };
  if (folder) await refusable(walk, 'copy', nodes, folder, () => copyNodes(nodes, folder, options, walk.tools));
});

const trash = fc.array(number, { minLength: 1, maxLength: 3 }).map((at): TreeStep => async (walk) => {
  const nodes = await ticked(walk, at);
  await changeSpaces(spacesOf(nodes), () => trashNodes(nodes, walk.tools), walk);
  walk.count('trash');
});

const restore = number.map((at): TreeStep => async (walk) => {
  const node = await walk.pick(at, isTrashed);
  if (node) await refusable(walk, 'restore', [node], node, () => restoreNode(node, walk.tools));
});

const remove = number.map((at): TreeStep => async (walk) => {
  const node = await walk.pick(at, at % 2 === 0 ? isTrashed : isLive);
  if (!node) return;
  await changeSpaces([node.spaceId], () => deleteNodes([node], walk.tools), walk);
  walk.count('delete');
});

export const TREE_STEPS = fc.oneof(
  { weight: 5, arbitrary: insert },
  { weight: 3, arbitrary: move },
  { weight: 2, arbitrary: copy },
  { weight: 2, arbitrary: trash },
  { weight: 2, arbitrary: restore },
  { weight: 1, arbitrary: remove },
);

async function refusable(
  walk: TreeWalk,
  step: string,
  nodes: readonly NodeRow[],
  folder: NodeRow,
  change: () => Promise<unknown>,
): Promise<void> {
  try {
    await changeSpaces([...spacesOf(nodes), folder.spaceId], change, walk);
    walk.count(step);
  } catch (error) {
    if (!(error instanceof TreeRefusal)) throw error;
    walk.count(error.problem);
  }
}

function spacesOf(nodes: readonly NodeRow[]): string[] {
  return nodes.map(({ spaceId }) => spaceId);
}
