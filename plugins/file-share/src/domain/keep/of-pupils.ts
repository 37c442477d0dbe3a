// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { pupilsAmong } from '../readers/pupils-among.js';
import { FILE, type NodeRow } from '../../store/node.entity.js';
import { readTrees, type Trees } from '../tree/all-below.js';
import { idsAbove } from '../tree/find-node.js';
import { pupilOfClass } from '../tree/pupil-of.js';

export interface PupilsFile {
  readonly file: NodeRow;
  readonly pupilId: string;
}

/** The share of pupils in some folders and files, with all below them. */
export interface OfPupils {
  /** The pupils among the authors. */
  readonly pupilIds: ReadonlySet<string>;
  /** The files in a class of pupils other than the user, as far as `takenFromPupils` counts them. */
  readonly files: readonly PupilsFile[];
}

interface OfPupilsTools {
  readonly directory: Pick<SchoolDirectory, 'relations' | 'everPupils'>;
  /** The person who moves or throws them away. */
  readonly user: { readonly id: string };
}

export async function ofPupils(
  nodes: readonly NodeRow[],
  tools: OfPupilsTools & { readonly db: SchoolDatabase },
): Promise<OfPupils> {
  return ofPupilsIn(await readTrees(nodes, tools), tools);
}

/** Does the same with trees that were read before. */
export async function ofPupilsIn(trees: Trees, { user, directory }: OfPupilsTools): Promise<OfPupils> {
  const adders = [...new Set([...trees.nodes, ...trees.below].flatMap(({ addedBy }) => addedBy ?? []))];
  const pupilIds = new Set(await pupilsAmong(adders, directory));
  return { pupilIds, files: takenFromPupils(trees, pupilIds, () => user.id) };
}

/**
 * The files in a class that somebody takes from their pupil. What a person put into the folder of a pupil and takes away again is not
 * among them, unless it goes with the folder: they may have put it into the wrong one (ADR 97).
 * @param pupilIds the pupils among the authors
 * @param takerOf the person who takes a folder or file away, with all below it; null when nobody knows
 */
export function takenFromPupils(
  { nodes, below }: Trees,
  pupilIds: ReadonlySet<string>,
  takerOf: (root: NodeRow) => string | null,
): PupilsFile[] {
  const roots = new Map(nodes.map((node) => [node.id, node]));
  return [...nodes, ...below].flatMap((file) => {
    if (file.rank !== FILE) return [];
    const pupilId = pupilOfClass(file, pupilIds);
    const root = idsAbove(file).flatMap((id) => roots.get(id) ?? [])[0] ?? file;
    const taker = takerOf(root);
    return pupilId === null || pupilId === taker || takesBack(file, root, taker) ? [] : [{ file, pupilId }];
  });
}

/** Whether a person takes back what they had given to a pupil: the file alone, or a folder that they gave as well. */
export function takesBack(file: NodeRow, root: NodeRow, taker: string | null): boolean {
  const by = root.trashedBy ?? taker;
  const isGiven = root.ownerId !== null && root.ownerId !== root.addedBy;
  return isGiven && by !== null && root.addedBy === by && file.addedBy === by;
}
