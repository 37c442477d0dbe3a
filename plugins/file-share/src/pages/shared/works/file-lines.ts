// SPDX-License-Identifier: EUPL-1.2
import { fileKind } from '@volee/core-adapter/ui';
import type { TimeReader } from '../../../domain/time/when-words.js';
import type { FileShareRequest } from '../../../brick-types.js';
import { givenFilePath } from '../../../paths.js';
import type { NodeRow } from '../../../store/node.entity.js';
import type { LoadedPart } from '../../../domain/parts/load-part.js';
import { isUnchanged } from '../../../domain/parts/untouched-sheets.js';
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
  const detail = isUnchanged(file) ? file.name : t('part.changed', { when: reader.format.moment(file.changedAt) });
  const icon = { colour: 'files', icon: 'pencil-fill' } as const;
  return { id: file.id, label: t('part.openSheet'), detail, url: fileUrl(part, file, reader), icon };
}

/** A file of the pupil under its name, with its state. */
export function ownLine(part: PartIds, file: NodeRow, reader: PartReader): PartFileLine {
  const { id, name } = file;
  return { id, label: name, detail: stateOf(file, reader), url: fileUrl(part, file, reader), icon: fileKind(name) };
}

/** A file that the teacher gave back. A child reads no sizes: `withSize` adds that of a guardian's page. */
export function backLine(part: PartIds, file: NodeRow, reader: PartReader): PartFileLine {
  const { id, name } = file;
  return { id, label: name, detail: '', url: fileUrl(part, file, reader), icon: fileKind(name) };
}

export function withSize(line: PartFileLine, { bytes }: NodeRow, { format }: PartReader): PartFileLine {
  return { ...line, detail: format.bytes(bytes) };
}

/** The receipt of a file, as a child reads it; `sizedReceipt` is that of a guardian. */
export function receiptOf(part: PartIds, file: NodeRow, reader: PartReader): ReceiptModel {
  const title = isUnchanged(file) ? reader.t('part.unchangedReceipt') : stateOf(file, reader);
  return { id: file.id, title, url: fileUrl(part, file, reader), file: file.name };
}

export function sizedReceipt(part: PartIds, file: NodeRow, reader: PartReader): ReceiptModel {
  const { t, format } = reader;
  const words = t('part.nameAndSize', { name: file.name, size: format.bytes(file.bytes) });
  return { ...receiptOf(part, file, reader), file: words };
}

function stateOf(file: NodeRow, reader: PartReader): string {
  return isUnchanged(file) ? reader.t('part.unchanged') : receivedWords(file.changedAt, reader);
}
