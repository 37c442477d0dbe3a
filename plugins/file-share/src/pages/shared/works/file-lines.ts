// SPDX-License-Identifier: EUPL-1.2
import { fileKind } from '@volee/core-adapter/ui';
import { pastWords, type TimeReader } from '../../../domain/time/when-words.js';
import type { FileShareRequest } from '../../../brick-types.js';
import { givenFilePath } from '../../../paths.js';
import type { NodeRow } from '../../../store/node.entity.js';
import type { LoadedPart } from '../../../domain/parts/load-part.js';
import { receivedWords } from '../../../domain/parts/part-words.js';
import type { PartFileLine, ReceiptModel } from './pupil-part.model.js';

export type PartReader = TimeReader & Pick<FileShareRequest, 'url'>;
type PartIds = Pick<LoadedPart, 'pupilId'> & { readonly work: Pick<LoadedPart['work'], 'id'> };

function fileUrl({ work, pupilId }: PartIds, { id }: Pick<NodeRow, 'id'>, { url }: PartReader): string {
  return url(givenFilePath(work.id, pupilId, id));
}

/** A file to read, under what one does with it: « Lire », and its name below. */
export function readLine(part: PartIds, file: NodeRow, label: string, reader: PartReader): PartFileLine {
  const { id, name } = file;
  return { id, label, detail: name, url: fileUrl(part, file, reader), icon: { colour: 'files', icon: 'book-fill' } };
}

/** A pupil's copy of a file to fill in. */
export function sheetLine(part: PartIds, file: NodeRow, reader: PartReader): PartFileLine {
  const { t } = reader;
  const detail = isUnchanged(file) ? file.name : t('part.changed', { when: pastWords(file.changedAt, reader) });
  const icon = { colour: 'files', icon: 'pencil-fill' } as const;
  return { id: file.id, label: t('part.openSheet'), detail, url: fileUrl(part, file, reader), icon };
}

/** A file under its own name, with its size and its state. */
export function ownLine(part: PartIds, file: NodeRow, reader: PartReader): PartFileLine {
  const { t, format } = reader;
  const state = isUnchanged(file) ? t('part.unchanged') : receivedWords(file.changedAt, reader);
  const detail = `${format.bytes(file.bytes)} · ${state}`;
  return { id: file.id, label: file.name, detail, url: fileUrl(part, file, reader), icon: fileKind(file.name) };
}

/** A file that the teacher gave back. */
export function backLine(part: PartIds, file: NodeRow, reader: PartReader): PartFileLine {
  const { id, name, bytes } = file;
  return {
    id,
    label: name,
    detail: reader.format.bytes(bytes),
    url: fileUrl(part, file, reader),
    icon: fileKind(name),
  };
}

export function receiptOf(part: PartIds, file: NodeRow, reader: PartReader): ReceiptModel {
  const { t, format } = reader;
  return {
    id: file.id,
    title: isUnchanged(file) ? t('part.unchanged') : receivedWords(file.changedAt, reader),
    url: fileUrl(part, file, reader),
    file: t('part.nameAndSize', { name: file.name, size: format.bytes(file.bytes) }),
  };
}

/** Whether a file is the copy that the pupil got: that one costs no room. */
export function isUnchanged({ cost, bytes }: Pick<NodeRow, 'cost' | 'bytes'>): boolean {
  return cost === 0 && bytes > 0;
}
