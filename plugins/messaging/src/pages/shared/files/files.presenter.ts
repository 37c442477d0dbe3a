// SPDX-License-Identifier: EUPL-1.2
import { fileKind } from '@volee/core-adapter/ui';
import type { MessagingRequest } from '../../../brick-types.js';
import { MOST_BYTES, MOST_FILES, MOST_TOGETHER } from '../../../domain/attachments/limits.js';
import { attachPath, filePath, removeFilePath, type FileSource } from '../../../paths.js';
import type { AttachmentRow } from '../../../store/attachment.entity.js';
import type { StandingDraft } from '../../../domain/write/standing-reply.js';
import type { DraftFilesModel, FileModel } from './file.model.js';
import type { ReplyFilesModel } from './reply-files.view.js';

type FilesReader = Pick<MessagingRequest, 't' | 'format' | 'url'>;
type PresentedFile = Pick<AttachmentRow, 'id' | 'name' | 'bytes'>;

/** @param source the copy, review or report by which the reader has the message */
export function presentFiles(
  files: readonly PresentedFile[],
  source: FileSource,
  { format, url }: Omit<FilesReader, 't'>,
): FileModel[] {
  return files.map(({ id, name, bytes }) => ({
    ...fileKind(name),
    ...{ id, name, size: format.bytes(bytes), url: url(filePath(id, source)) },
  }));
}

/** @param standing the draft of the reply */
export function presentReplyFiles(standing: StandingDraft | undefined, reader: FilesReader): ReplyFilesModel {
  const { copy, message } = standing ?? {};
  return {
    draft: copy && message && { id: copy.id, version: message.version },
    files: presentDraftFiles(standing?.files ?? [], copy?.id ?? '', reader),
  };
}

export function presentDraftFiles(
  files: readonly PresentedFile[],
  copyId: string,
  reader: FilesReader,
): DraftFilesModel {
  const { t, format, url } = reader;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const limits = { most: MOST_FILES, each: format.bytes(MOST_BYTES), together: format.bytes(MOST_TOGETHER) };
  return {
    files: presentFiles(files, { copy: copyId }, reader).map((file) => ({
      ...file,
      removeUrl: url(removeFilePath(copyId, file.id)),
    })),
    sum: files.length > 0 ? t('files.sum', { ...limits, count: files.length, size: format.bytes(bytes) }) : undefined,
    attachUrl: url(attachPath(copyId)),
    limits: t('files.limits', limits),
    most: { bytes: MOST_BYTES, words: t('files.tooHeavy', { each: limits.each }) },
    isFull: files.length >= MOST_FILES || bytes >= MOST_TOGETHER,
  };
}
