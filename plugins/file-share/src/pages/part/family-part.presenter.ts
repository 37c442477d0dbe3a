// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { Crumb } from '@volee/core-adapter/ui';
import { childWorksPath } from '../../paths.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { WorkRoundRow } from '../../store/work-round.entity.js';
import { backLine, readLine, sizedReceipt, withSize, type PartReader } from '../shared/works/file-lines.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import type { FilesByFolder } from '../../domain/parts/part-files.js';
import { presentRounds, type RoundModel } from '../shared/works/rounds.presenter.js';
import { partLead, stateTag, type TagModel } from '../../domain/parts/part-words.js';
import type { AnswerModel, ReceiptModel, TodoModel } from '../shared/works/pupil-part.model.js';
import { removedWords } from './pupil-part.presenter.js';

/** One work of a child, for a guardian. */
export interface FamilyPartModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly tag: TagModel;
  readonly todo: TodoModel;
  readonly answer: AnswerModel | undefined;
  readonly rounds: readonly RoundModel[];
  readonly handedIn: FamilyHandedIn | undefined;
}

/** The files that the child handed in: the files themselves once they came back. */
export interface FamilyHandedIn {
  readonly title: string;
  /** Undefined once all files are shown. */
  readonly hidden: string | undefined;
  readonly receipts: readonly ReceiptModel[];
  readonly word: string;
}

export interface FamilyPartFacts {
  readonly part: LoadedPart;
  readonly child: Member | undefined;
  readonly files: FilesByFolder;
  readonly rounds: readonly WorkRoundRow[];
}

export function presentFamilyPart(
  { part, child, files, rounds }: FamilyPartFacts,
  reader: PartReader,
): FamilyPartModel {
  const { work, row, pupilId } = part;
  const { t, url } = reader;
  const name = child?.givenName ?? '';
  const label = t('family.title', { name });
  // A word that the child has written since then is the teacher's first.
  const word = rounds.at(-1)?.word ?? '';
  const given = [...files(work.id, 'read'), ...files(work.id, 'fill')];
  return {
    crumbs: [{ label, url: url(childWorksPath(pupilId)) }, { label: work.title }],
    title: work.title,
    lead: partLead(part, reader),
    tag: stateTag(part, t),
    todo: {
      text: work.text,
      files: given.map((file) => readLine(part, file, t('part.read'), reader)),
      removed: removedWords(part, files, reader),
    },
    answer: answerOf(part, files(row?.id, 'back'), reader),
    rounds: presentRounds(rounds, { word, answer: row?.answer ?? '' }, reader),
    handedIn: handedInOf({ ...part, name, word }, files(row?.id, 'own'), reader),
  };
}

function answerOf(part: LoadedPart, back: readonly NodeRow[], reader: PartReader): AnswerModel | undefined {
  const { row, status } = part;
  if (!row || row.givenBackAt === null) return undefined;
  const { t } = reader;
  const files = back.filter(isOfFamily).map((file) => withSize(backLine(part, file, reader), file, reader));
  const look = status.state === 'corrected' || status.state === 'again' ? status.state : 'before';
  if (look === 'before' && row.answer === '' && files.length === 0) return undefined;
  return { title: look === 'before' ? t('part.before') : t(`part.state.${look}`), text: row.answer, files, look };
}

function handedInOf(
  part: LoadedPart & Pick<FamilyHandedIn, 'word'> & { readonly name: string },
  own: readonly NodeRow[],
  reader: PartReader,
): FamilyHandedIn | undefined {
  const { row, status, name, word } = part;
  const { t } = reader;
  const waits = status.state === 'handedIn' || status.state === 'handedInLate';
  if (!row || (!waits && row.givenBackAt === null)) return undefined;
  const shown = own.filter(isOfFamily);
  const count = own.length - shown.length;
  const receipts = shown.map((file) => sizedReceipt(part, file, reader));
  if (!waits && receipts.length === 0 && word === '') return undefined;
  const title = t('family.handedInFiles', { name });
  if (!waits) return { title, hidden: undefined, receipts, word };
  const hidden = count === 0 ? t('family.hiddenWord', { name }) : t('family.hidden', { name, count });
  return { title, hidden: count === 0 && receipts.length > 0 ? undefined : hidden, receipts, word };
}

/** A teacher gives files back with the part: from then on, they are for the family. */
function isOfFamily({ readers }: NodeRow): boolean {
  return readers === 'families';
}
