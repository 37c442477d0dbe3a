// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { Crumb } from '@volee/core-adapter/ui';
import { childWorksPath } from '../paths.js';
import type { NodeRow } from '../store/node.entity.js';
import { backLine, readLine, receiptOf, type PartReader } from './file-lines.js';
import type { LoadedPart } from './load-part.js';
import type { FilesByFolder } from './part-files.js';
import { ofName, partLead, stateTag, type TagModel } from './part-words.js';
import type { AnswerModel, ReceiptModel, TodoModel } from './pupil-part.model.js';

/** One work of a child, for a guardian. */
export interface FamilyPartModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly tag: TagModel;
  readonly todo: TodoModel;
  readonly answer: AnswerModel | undefined;
  readonly handedIn: FamilyHandedIn | undefined;
}

/** The files that the child handed in: the files themselves once they came back. */
export interface FamilyHandedIn {
  readonly title: string;
  /** Undefined once the files are shown. */
  readonly hidden: string | undefined;
  readonly receipts: readonly ReceiptModel[];
  readonly word: string;
}

export interface FamilyPartFacts {
  readonly part: LoadedPart;
  readonly child: Member | undefined;
  readonly files: FilesByFolder;
}

export function presentFamilyPart({ part, child, files }: FamilyPartFacts, reader: PartReader): FamilyPartModel {
  const { work, row, pupilId } = part;
  const { t, url } = reader;
  const name = child?.givenName ?? '';
  const label = t('family.title', { of: ofName(name, t) });
  const given = [...files(work.id, 'read'), ...files(work.id, 'fill')];
  return {
    crumbs: [{ label, url: url(childWorksPath(pupilId)) }, { label: work.title }],
    title: work.title,
    lead: partLead(part, reader),
    tag: stateTag(part, t),
    todo: { text: work.text, files: given.map((file) => readLine(part, file, t('part.read'), reader)) },
    answer: answerOf(part, files(row?.id, 'back'), reader),
    handedIn: handedInOf(part, name, files(row?.id, 'own'), reader),
  };
}

function answerOf(part: LoadedPart, back: readonly NodeRow[], reader: PartReader): AnswerModel | undefined {
  const { row } = part;
  if (!row || row.givenBackAt === null || (row.state !== 'corrected' && row.state !== 'again')) return undefined;
  const isAgain = row.state === 'again';
  const files = back.filter(isOfFamily).map((file) => backLine(part, file, reader));
  return { title: reader.t(isAgain ? 'part.state.again' : 'part.state.corrected'), text: row.answer, files, isAgain };
}

function handedInOf(
  part: LoadedPart,
  name: string,
  own: readonly NodeRow[],
  reader: PartReader,
): FamilyHandedIn | undefined {
  const { row } = part;
  if (!row || row.handedInAt === null) return undefined;
  const { t } = reader;
  const title = t('family.handedInFiles', { name });
  const shown = own.filter(isOfFamily);
  const isBack = row.state === 'corrected' || row.state === 'again';
  if (isBack)
    return { title, hidden: undefined, receipts: shown.map((file) => receiptOf(part, file, reader)), word: row.word };
  const count = own.length;
  const hidden = count === 0 ? t('family.hiddenWord', { name }) : t('family.hidden', { name, count });
  return { title, hidden, receipts: [], word: '' };
}

/** A teacher gives files back with the part: from then on, they are for the family. */
function isOfFamily({ readers }: NodeRow): boolean {
  return readers === 'families';
}
