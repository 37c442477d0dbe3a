// SPDX-License-Identifier: EUPL-1.2
import type { Format, Member } from '@volee/core-adapter';
import { fileKind, type FileKind } from '@volee/core-adapter/ui';
import type { FileShareTexts } from '../brick-types.js';
import { filePath, folderIdPath } from '../paths.js';
import { FOLDER, type NodeRow } from '../store/node.entity.js';
import type { NodeLine } from './folder.model.js';

/** The user that reads the list. */
export interface LineReader {
  readonly userId: string;
  /** The persons that added the nodes, by id. */
  readonly persons: ReadonlyMap<string, Pick<Member, 'displayName'>>;
  readonly t: FileShareTexts;
  readonly format: Format;
  readonly url: (path: string) => string;
}

const FOLDER_KIND: FileKind = { icon: 'folder-fill', colour: 'files' };

/** The lines of a list, in the order of the nodes. */
export function presentNodes(nodes: readonly NodeRow[], reader: LineReader): NodeLine[] {
  return nodes.map((node) => presentNode(node, reader));
}

function presentNode(node: NodeRow, { userId, persons, t, format, url }: LineReader): NodeLine {
  const { id, name, addedBy, bytes, files, changedAt } = node;
  const isFolder = node.rank === FOLDER;
  const who = addedBy === userId ? t('list.you') : (persons.get(addedBy ?? '')?.displayName ?? t('list.gone'));
  return {
    ...(isFolder ? FOLDER_KIND : fileKind(name)),
    id,
    name,
    url: url(isFolder ? folderIdPath(id) : filePath(node)),
    detail: isFolder ? t('list.files', { count: files }) : who,
    changed: format.moment(changedAt),
    size: format.bytes(bytes),
  };
}
