// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import { content, NotFoundError, type ByteRange, type ContentReply, type SchoolWork } from '@volee/core-adapter';
import { ContentRow } from '../../store/content.entity.js';
import type { NodeRow } from '../../store/node.entity.js';

/**
 * The answer that sends the content of a file.
 * @param opened is called before any byte is sent, also for a part of the file: not for a HEAD, or a file that the browser has already
 */
export async function fileContent(
  file: NodeRow,
  { db, storage }: Pick<SchoolWork, 'db' | 'storage'>,
  opened: () => Promise<void> = () => Promise.resolve(),
): Promise<ContentReply> {
  const kept = await db.repository(ContentRow).findOne({ where: { id: file.contentId ?? '' } });
  if (!kept) throw new NotFoundError('The file has no content any more.', { details: { file: file.id } });
  const { sha256, storageKey } = kept;
  const open = async (range?: ByteRange): Promise<Readable> => {
    await opened();
    return storage.open(storageKey, range);
  };
  return content({ name: file.name, bytes: file.bytes, etag: sha256, modifiedAt: file.changedAt, open });
}
