// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { pupilsAmong } from '../readers/pupils-among.js';
import { FILE, type NodeRow } from '../store/node.entity.js';
import { readTrees, type Trees } from '../tree/all-below.js';

/** The share of pupils in some folders and files, with all below them. */
export interface OfPupils {
  /** The pupils among the authors. */
  readonly pupilIds: ReadonlySet<string>;
  /** The files in a class of pupils other than the user. */
  readonly files: readonly NodeRow[];
}

interface OfPupilsTools {
  readonly directory: Pick<SchoolDirectory, 'relations' | 'everPupils'>;
  /** The person that moves or throws them away. */
  readonly user: { readonly id: string };
}

export async function ofPupils(
  nodes: readonly NodeRow[],
  tools: OfPupilsTools & { readonly db: SchoolDatabase },
): Promise<OfPupils> {
  return ofPupilsIn(await readTrees(nodes, tools), tools);
}

/** The same of what was read before. */
export async function ofPupilsIn({ nodes, below }: Trees, { user, directory }: OfPupilsTools): Promise<OfPupils> {
  const all = [...nodes, ...below];
  const adders = [...new Set(all.flatMap(({ addedBy }) => addedBy ?? []))];
  const pupilIds = new Set(await pupilsAmong(adders, directory));
  const isOfOther = ({ addedBy }: NodeRow): boolean => addedBy !== null && addedBy !== user.id && pupilIds.has(addedBy);
  const files = all.filter((node) => node.rank === FILE && node.spaceKind === 'group' && isOfOther(node));
  return { pupilIds, files };
}
