// SPDX-License-Identifier: EUPL-1.2
import { filePath, folderIdPath, nodePath } from '../../../paths.js';
import { FOLDER, type NodeRow } from '../../../store/node.entity.js';

/** Names of files that a page can show. A list does not know the types; the page itself goes by the type and not by the name. */
const SHOWN = /\.(?:jpe?g|png|gif|webp|avif|pdf|txt|md|csv|mp3|m4a|ogg|oga|wav|mp4|m4v|webm)$/i;

/** Where the name of a folder or file leads: to the page of a folder or of a file that can be shown, and otherwise to the download. */
export function openPath(node: Pick<NodeRow, 'id' | 'rank' | 'name'>): string {
  if (node.rank === FOLDER) return folderIdPath(node.id);
  return SHOWN.test(node.name) ? nodePath(node) : filePath(node);
}
