// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../../brick-types.js';
import { nodePath } from '../../../paths.js';
import { readersTag } from '../../../domain/readers/readers-tag.js';
import { nearPath } from '../../../domain/space/near-path.js';
import { FOLDER, type NodeRow } from '../../../store/node.entity.js';
import type { Adders } from './adders-of.js';
import { kindOf } from './file-kind.js';
import type { NodeLine } from './node-list.model.js';
import { openPath } from './open-path.js';

/** The user who reads a list, and what was read for it. */
export interface LineReader extends Pick<FileShareRequest, 't' | 'format'> {
  readonly userId: string;
  /** The result of `seesAll`. */
  readonly seesAll: boolean;
  /** The page of the list, as a path of the brick. */
  readonly here: string;
  /** The people who added the nodes. */
  readonly persons: Adders;
  /** The ids of the nodes with the user's star. */
  readonly favourites: ReadonlySet<string>;
  /** The ids of the nodes that the user may change. */
  readonly changeable: ReadonlySet<string>;
}

/** The lines of a list, in the order of the nodes. */
export function presentNodes(nodes: readonly NodeRow[], reader: LineReader): NodeLine[] {
  return nodes.map((node) => presentNode(node, reader));
}

function presentNode(node: NodeRow, reader: LineReader): NodeLine {
  const { here, favourites, changeable, userId, seesAll, t, format } = reader;
  const { id, name, bytes, pupilsAdd, changedAt } = node;
  return {
    id,
    name,
    kind: kindOf(node),
    url: nearPath(here, openPath(node)),
    aboutUrl: nearPath(here, nodePath(node)),
    detail: detailOf(node, reader),
    readers: readersTag(node, userId, t),
    isOpen: pupilsAdd,
    isFavourite: favourites.has(id),
    mayChange: changeable.has(id),
    changed: format.moment(changedAt),
    size: node.rank === FOLDER && !seesAll ? '' : format.bytes(bytes),
  };
}

/** « 6 fichiers » for users who see all of them, « 2 dossiers » where these hold no file, or the person who added a file. */
export function detailOf(
  { rank, files, nodes, addedBy }: Pick<NodeRow, 'rank' | 'files' | 'nodes' | 'addedBy'>,
  { userId, seesAll, persons, t }: Pick<LineReader, 'userId' | 'seesAll' | 'persons' | 't'>,
): string {
  if (rank === FOLDER && !seesAll) return '';
  if (rank === FOLDER && files > 0) return t('list.files', { count: files });
  if (rank === FOLDER) return nodes > 1 ? t('list.folders', { count: nodes - 1 }) : t('list.noFiles');
  return addedBy === userId ? t('list.you') : (persons.get(addedBy ?? '')?.displayName ?? t('list.gone'));
}
