// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import {
  content,
  isInline,
  NotFoundError,
  type ByteRange,
  type ContentReply,
  type SchoolWork,
} from '@volee/core-adapter';
import { ContentRow } from '../../store/content.entity.js';
import type { NodeRow } from '../../store/node.entity.js';

/**
 * The answer that sends the content of a file: as a download, or for a page that shows it where its type allows that.
 * @param options `opened` is called before any byte is sent, also for a part of the file: not for a HEAD, or a file that the browser has already
 */
export async function fileContent(
  file: NodeRow,
  { db, storage }: Pick<SchoolWork, 'db' | 'storage'>,
  {
    opened = () => Promise.resolve(),
    isShown = false,
  }: { readonly opened?: () => Promise<void>; readonly isShown?: boolean } = {},
): Promise<ContentReply> {
  const kept = await db.repository(ContentRow).findOne({ where: { id: file.contentId ?? '' } });
  if (!kept) throw new NotFoundError('The file has no content any more.', { details: { file: file.id } });
  const { sha256, storageKey, type } = kept;
  const open = async (range?: ByteRange): Promise<Readable> => {
    await opened();
    return storage.open(storageKey, range);
  };
  const answer = { name: file.name, bytes: file.bytes, etag: sha256, modifiedAt: file.changedAt, open };
  return content(isShown && isInline(type) ? { ...answer, inline: type } : answer);
}
