// SPDX-License-Identifier: EUPL-1.2
import type { Format, Member } from '@volee/core-adapter';
import { fileKind, type FileKind } from '@volee/core-adapter/ui';
import type { FileShareTexts } from './brick-types.js';
import type { FileRow } from './file.entity.js';
import { deletePath, filePath } from './paths.js';

/** One line of a file list. */
export interface FileLine extends FileKind {
  readonly name: string;
  /** The download URL. */
  readonly url: string;
  /** « Claire Vuillemin, hier à 17 h 10 » */
  readonly detail: string;
  readonly size: string;
  /** The URL of the page that confirms the deletion. Absent for users without the permission to write. */
  readonly deleteUrl?: string;
}

/** The user that reads the list. */
export interface ListReader {
  readonly userId: string;
  readonly mayWrite: boolean;
  /** The persons that added the files, by id. */
  readonly persons: ReadonlyMap<string, Pick<Member, 'displayName'>>;
  readonly t: FileShareTexts;
  readonly format: Format;
  readonly url: (path: string) => string;
}

/** The lines of a space, in the order of the rows. */
export function presentFiles(rows: readonly FileRow[], reader: ListReader): FileLine[] {
  return rows.map((row) => presentFile(row, reader));
}

function presentFile(row: FileRow, { userId, mayWrite, persons, t, format, url }: ListReader): FileLine {
  const { addedBy } = row;
  const who = addedBy === userId ? t('list.you') : (persons.get(addedBy ?? '')?.displayName ?? t('list.gone'));
  return {
    ...fileKind(row.name),
    name: row.name,
    url: url(filePath(row)),
    detail: t('list.detail', { who, when: format.moment(row.addedAt) }),
    size: format.bytes(row.bytes),
    ...(mayWrite && { deleteUrl: url(deletePath(row)) }),
  };
}
