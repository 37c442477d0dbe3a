// SPDX-License-Identifier: EUPL-1.2
import { partFilesPath, partPath, WORKS_PATH } from '../paths.js';
import type { Settings } from '../settings.js';
import type { NodeRow } from '../store/node.entity.js';
import { isUntil } from '../time/is-until.js';
import { backLine, ownLine, readLine, receiptOf, sheetLine, type PartReader } from './file-lines.js';
import type { LoadedPart } from './load-part.js';
import type { FilesByFolder } from './part-files.js';
import { MOST_OWN_FILES } from './own-files.js';
import { dueWords, partLead } from './part-words.js';
import { takeBackText } from './take-back-text.js';
import type {
  AnswerModel,
  HandedInModel,
  HandInModel,
  PupilPartModel,
  StartModel,
  TodoModel,
  WorkingModel,
} from './pupil-part.model.js';

/** The fields of a refused form, to be shown again. */
export interface RefusedForm {
  readonly refused?: string;
  readonly word?: string;
  readonly wordProblem?: string;
}

interface PupilPartFacts extends RefusedForm {
  readonly part: LoadedPart;
  readonly files: FilesByFolder;
  readonly settings: Pick<Settings, 'maxFileSize' | 'quota'>;
}

export function presentPupilPart(facts: PupilPartFacts, reader: PartReader): PupilPartModel {
  const { part, files, refused, word = '' } = facts;
  const { work, row } = part;
  const own = files(row?.id, 'own');
  return {
    worksUrl: reader.url(WORKS_PATH),
    title: work.title,
    lead: partLead(part, reader),
    refused,
    unsent: part.status.canHandIn ? '' : word,
    answer: answerOf(part, files(row?.id, 'back'), reader),
    todo: todoOf(part, files, reader),
    start: startOf(part, files(work.id, 'fill').length, reader),
    work: part.status.canChange ? workingOf(facts, own, reader) : undefined,
    handedIn: handedInOf(part, own, word, reader),
  };
}

function todoOf(part: LoadedPart, files: FilesByFolder, reader: PartReader): TodoModel {
  const { work, row, status } = part;
  const sheets = new Set(files(work.id, 'fill').map(({ foldedName }) => foldedName));
  const own = files(row?.id, 'own').filter(({ foldedName }) => sheets.has(foldedName));
  const read = files(work.id, 'read').map((file) => readLine(part, file, reader.t('part.read'), reader));
  return {
    text: work.text,
    files: [...read, ...(status.canChange ? own : []).map((file) => sheetLine(part, file, reader))],
  };
}

function answerOf({ row, ...part }: LoadedPart, back: readonly NodeRow[], reader: PartReader): AnswerModel | undefined {
  const isAgain = row?.state === 'again';
  if (!row || (row.state !== 'corrected' && !isAgain)) return undefined;
  // Files that are prepared for the next time are not given back yet.
  const given = back.filter(({ readers }) => readers === 'families');
  return {
    title: reader.t(isAgain ? 'part.again' : 'part.corrected'),
    text: row.answer,
    files: given.map((file) => backLine(part, file, reader)),
    isAgain,
  };
}

function startOf(part: LoadedPart, sheets: number, { t, url }: PartReader): StartModel | undefined {
  const { work, status, pupilId } = part;
  if (!status.canStart || (!work.collects && sheets === 0)) return undefined;
  const text = sheets === 0 ? t('part.startEmpty') : t('part.startCopies', { count: sheets });
  return { url: url(partPath(work.id, pupilId)), text };
}

function workingOf(facts: PupilPartFacts, own: readonly NodeRow[], reader: PartReader): WorkingModel {
  const { part } = facts;
  const { work, pupilId } = part;
  return {
    filesUrl: reader.url(partFilesPath(work.id, pupilId)),
    actionUrl: reader.url(partPath(work.id, pupilId)),
    files: own.map((file) => ownLine(part, file, reader)),
    hint: hintOf(facts, reader),
    handIn: part.status.canHandIn ? handInOf(facts, own.length, reader) : undefined,
  };
}

/** « 100 fichiers et 500 Mo au plus, 50 Mo par fichier. … » */
function hintOf({ settings: { maxFileSize, quota } }: PupilPartFacts, { t, format }: PartReader): string {
  const most = { count: MOST_OWN_FILES, room: format.bytes(quota.pupil) };
  if (maxFileSize >= quota.pupil) return t('part.fileHint', most);
  return t('part.fileHintEach', { ...most, size: format.bytes(maxFileSize) });
}

function handInOf({ part, word, wordProblem }: PupilPartFacts, count: number, reader: PartReader): HandInModel {
  const { t } = reader;
  const { status, work, row } = part;
  return {
    word: word ?? row?.word ?? '',
    problem: wordProblem,
    note: noteOf(part, reader),
    isLate: status.isLateNow && status.state !== 'again' && work.dueAt !== null,
    button: count === 0 ? t('part.handIn') : t('part.handInFiles', { count }),
  };
}

function noteOf({ status, work }: LoadedPart, reader: PartReader): string {
  const { t, clock } = reader;
  if (status.isLateNow && status.state !== 'again') return t('part.noteLate');
  if (work.dueAt === null) return t('part.noteNoDate');
  if (!isUntil(clock.now(), work.dueAt)) return t('part.noteFrozen');
  return t('part.noteUntil', { when: dueWords(work.dueAt, reader) });
}

function handedInOf(
  part: LoadedPart,
  own: readonly NodeRow[],
  typed: string,
  reader: PartReader,
): HandedInModel | undefined {
  const { row, status, work, pupilId } = part;
  if (!row || row.handedInAt === null || status.canChange) return undefined;
  return {
    receipts: own.map((file) => receiptOf(part, file, reader)),
    word: row.word,
    takeBack: status.canTakeBack
      ? { url: reader.url(partPath(work.id, pupilId)), text: takeBackText(work, reader), word: typed }
      : undefined,
  };
}
