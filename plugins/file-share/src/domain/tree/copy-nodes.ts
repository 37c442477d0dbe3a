// SPDX-License-Identifier: EUPL-1.2
import { countUses, usesOf } from '../content/count-uses.js';
import { chargeSpace } from '../quota/charge-space.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { inParts, levelsBelow, topmost } from './all-below.js';
import { giveToCounts } from './carry-counts.js';
import { NONE, sumOf, type Counts } from './counts.js';
import { freeNames } from './free-names.js';
import { rowOf, type NewNode, type TreeTools } from './insert-nodes.js';
import { keptReaders } from './move-nodes.js';
import { refuseCircle, refuseTooDeep } from './refuse-place.js';

export interface CopyOptions {
  /** Whether nodes that more people would see keep their present readers, as their own. */
  readonly keepReaders?: boolean;
  readonly copiedBy: string;
  /** Whether that person copies as a pupil. */
  readonly byPupil?: boolean;
  /** Finds the nodes among these that the user may read: the others stay out of the copy. */
  readonly readable: (nodes: NodeRow[]) => Promise<NodeRow[]>;
}

/**
 * Copies folders and files into a folder, with all below them that the user may read. No content is stored again. Runs in `changeSpaces`
 * with the space of the folder, on nodes that were read in it.
 * @returns the copies of the nodes
 * @throws TreeRefusal, QuotaError
 */
export async function copyNodes(
  ticked: readonly NodeRow[],
  folder: NodeRow,
  options: CopyOptions,
  tools: TreeTools,
): Promise<NodeRow[]> {
  const { keepReaders = false, readable } = options;
  const nodes = topmost(ticked);
  const levels = await levelsBelow(nodes, tools, readable);
  refuseCircle(nodes, folder);
  refuseTooDeep(nodes, levels, folder);
  const all = [...nodes, ...levels.flat()];
  const counts = countsOf(all);
  const wanted = nodes.map(({ name }) => name);
  const names = await freeNames(folder.id, wanted, tools);
  const rows = nodes.map((node, index) => {
    const ownReaders = keepReaders ? keptReaders(node, folder) : node.ownReaders;
    const row = rowOf(folder, { ...copyOf(node, options), ownReaders, name: names[index] ?? node.name }, tools);
    return { ...row, ...counts.get(node.id) };
  });
  // Room first, then contents, as everywhere: two transactions never wait for each other. Were the school charged after the rows, MariaDB would
  // refuse the copy whenever an upload has changed the total since its first read.
  await chargeSpace(folder, sumOf(rows), tools);
  await countUses(usesOf(all), tools);
  const copies = await tools.db.repository(NodeRow).insert(rows);
  await insertLevels(nodes, copies, levels, { ...options, counts }, tools);
  await giveToCounts(folder, copies, tools);
  return copies;
}

type Copier = Pick<CopyOptions, 'copiedBy' | 'byPupil'>;

interface LevelOptions extends Copier {
  readonly counts: ReadonlyMap<string, Counts>;
}

/** Level by level: the copy of a folder has its id before what is in it. */
async function insertLevels(
  nodes: readonly NodeRow[],
  copies: readonly NodeRow[],
  levels: readonly (readonly NodeRow[])[],
  options: LevelOptions,
  tools: TreeTools,
): Promise<void> {
  const copyById = new Map<string, NodeRow>();
  const note = (originals: readonly NodeRow[], written: readonly NodeRow[]): void => {
    for (const [index, { id }] of originals.entries()) {
      const copy = written[index];
      if (copy) copyById.set(id, copy);
    }
  };
  note(nodes, copies);
  for (const level of levels) {
    for (const part of inParts(level)) {
      const rows = part.map((node) => {
        const parent = copyById.get(node.parentId);
        if (!parent) throw new Error('A node was read without the folder around it.');
        return { ...rowOf(parent, copyOf(node, options), tools), ...options.counts.get(node.id) };
      });
      note(part, await tools.db.repository(NodeRow).insert(rows));
    }
  }
}

/** A copy costs the bytes of the file, also that of a pupil's unchanged copy. */
export function copyOf(
  { name, contentId, bytes, ownReaders }: NodeRow,
  { copiedBy, byPupil = false }: Copier,
): NewNode {
  return { name, contentId, bytes: contentId === null ? 0 : bytes, ownReaders, addedBy: copiedBy, byPupil };
}

/** The counts of each copied folder: it may hold less than the original. */
function countsOf(all: readonly NodeRow[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  for (const { id, rank } of all) if (rank === FOLDER) counts.set(id, { ...NONE, nodes: 1 });
  for (const { parentId, rank, bytes } of all) {
    const one = rank === FOLDER ? { ...NONE, nodes: 1 } : { files: 1, bytes, cost: bytes, nodes: 1 };
    for (let above: string | undefined = parentId; above !== undefined; above = parents.get(above)) {
      const before = counts.get(above);
      if (before) counts.set(above, sumOf([before, one]));
    }
  }
  return counts;
}
