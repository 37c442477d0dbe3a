// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError, type IncomingFile, type SchoolStorage } from '@volee/core-adapter';
import type { NoticeRow } from '../../store/notice.entity.js';

/** The columns of a notice about its file. */
export type FileColumns = Pick<NoticeRow, 'fileKey' | 'fileName' | 'fileBytes'>;

/**
 * Stores the file of a form, if it has one, and writes the row that names it. When one of the two throws, the content goes.
 * @throws TooLargeError beyond `maxBytes`, StorageFullError on a full disk, InputError when the connection breaks off
 */
export async function receiveFile(
  { files, storage }: { readonly files: AsyncIterable<IncomingFile>; readonly storage: SchoolStorage },
  maxBytes: number,
  write: (file: FileColumns) => Promise<unknown>,
): Promise<void> {
  let file: FileColumns = {};
  try {
    // One more file than the route takes makes this loop throw.
    for await (const { name, content } of files) {
      const { key, bytes } = await storage.store(content, { maxBytes });
      file = { fileKey: key, fileName: name, fileBytes: bytes };
    }
    await write(file);
  } catch (error) {
    // When the database is unavailable, the row may have been written. The host removes the content if it was not.
    if (file.fileKey && !(error instanceof UnavailableError)) await storage.remove(file.fileKey);
    throw error;
  }
}
