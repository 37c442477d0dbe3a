// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '@volee/core-adapter';
import type { FileRow } from './file.entity.js';

// Addresses below that of the brick; `url` and `redirect` complete them.

/** The page of a space. */
export function spacePath({ groupId }: Pick<ResourceScope, 'groupId'>): string {
  return groupId === null ? '/own' : `/groups/${groupId}`;
}

/** Where files are sent to. */
export function depositPath(space: Pick<ResourceScope, 'groupId'>): string {
  return `${spacePath(space)}/files`;
}

/** The page adds the key of an upload: a POST sends its file, a GET asks whether it has arrived. */
export function uploadsPath(space: Pick<ResourceScope, 'groupId'>): string {
  return `${spacePath(space)}/uploads`;
}

/** The content of a file. */
export function filePath(file: Pick<FileRow, 'id' | 'groupId'>): string {
  return `${depositPath(file)}/${file.id}`;
}

/** A GET asks, a POST deletes. */
export function deletePath(file: Pick<FileRow, 'id' | 'groupId'>): string {
  return `${filePath(file)}/delete`;
}
