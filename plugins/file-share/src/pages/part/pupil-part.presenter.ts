// SPDX-License-Identifier: EUPL-1.2
import { partPath, WORKS_PATH } from '../../paths.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { WorkRoundRow } from '../../store/work-round.entity.js';
import { REMOVED } from '../../domain/works/work-folders.js';
import { backLine, ownLine, readLine, receiptOf, sheetLine, type PartReader } from '../shared/works/file-lines.js';
import { bothWords, holdsLines, isOutdated, versionOf } from '../../domain/parts/form-version.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import type { FilesByFolder } from '../../domain/parts/part-files.js';
import { missingSheets } from '../../domain/parts/missing-sheets.js';
import { isAllUnchanged, untouchedSheets } from '../../domain/parts/untouched-sheets.js';
import { collectedAt } from '../../domain/works/part-status.js';
import { dueWords, partLead } from '../../domain/parts/part-words.js';
import { presentRounds } from '../shared/works/rounds.presenter.js';
import { takeBackText } from '../../domain/parts/take-back-text.js';
import type {
  AnswerModel,
  HandedInModel,
  HandInModel,
  PupilPartModel,
  StartModel,
  TodoModel,
  UnchangedModel,
  WorkingModel,
} from '../shared/works/pupil-part.model.js';

/** The fields of a refused form, to be shown again. */
export interface RefusedForm {
  readonly refused?: string;
  /** The word as it was typed, and the version of the part that the form showed. */
  readonly word?: string;
  readonly version?: string | undefined;
  /** The ids of the copies that were ticked. */
  readonly sheets?: readonly string[];
  readonly wordProblem?: string;
  /** Asks whether copies go to the teacher as the pupil got them. */
  readonly asksUnchanged?: boolean;
  /** The id of a file that the trash has no room for: the page asks whether it goes for good. */
  readonly deletes?: string;
}

interface PupilPartFacts extends RefusedForm {
  readonly part: LoadedPart;
  readonly files: FilesByFolder;
  /** The files that the pupil took out of the part, as far as they are in the trash. */
  readonly removed: readonly NodeRow[];
  readonly rounds: readonly WorkRoundRow[];
}

export function presentPupilPart(facts: PupilPartFacts, reader: PartReader): PupilPartModel {
  const { part, files, rounds, deletes } = facts;
  const { work, row, status } = part;
  const form = { ...facts, takesWord: takesWord(part, files) };
  const unsent = unsentOf(form);
  const own = files(row?.id, 'own');
  return {
    worksUrl: reader.url(WORKS_PATH),
    title: work.title,
    lead: partLead(part, reader),
    refused: facts.refused ?? (form.takesWord ? undefined : facts.wordProblem),
    unchanged: facts.asksUnchanged ? unchangedOf(part, own, reader) : undefined,
    deletes: own.filter(({ id }) => id === deletes).map(({ id, name }) => ({ id, label: name }))[0],
    notSent: unsent,
    answer: answerOf(part, files(row?.id, 'back'), reader),
    rounds: presentRounds(rounds, { word: row?.word ?? '', answer: row?.answer ?? '' }, reader),
    todo: todoOf(part, files, reader),
    start: startOf(part, files(work.id, 'fill').length, reader),
    work: status.canChange || form.takesWord ? workingOf(form, own, reader) : undefined,
    // A word that was refused is not offered again.
    handedIn: handedInOf(part, own, facts.wordProblem === undefined ? unsent : '', reader),
  };
}

/** The question stays out where another tab has changed the part since. */
function unchangedOf(
  { status, work, pupilId }: LoadedPart,
  own: readonly NodeRow[],
  reader: PartReader,
): UnchangedModel | undefined {
  if (!status.canHandIn || !isAllUnchanged(own)) return undefined;
  return {
    words: reader.t('part.unchangedAsk', { count: own.length }),
    continueUrl: reader.url(partPath(work.id, pupilId)),
  };
}

/** Whether the page has the form that hands in. A pupil who has nothing to fill in finds it at once, and their first act begins the part. */
function takesWord({ work, status }: LoadedPart, files: FilesByFolder): boolean {
  return status.canHandIn || (status.canStart && work.collects && files(work.id, 'fill').length === 0);
}

interface PartForm extends PupilPartFacts {
  readonly takesWord: boolean;
}

/** The typed word where no field holds it, unless the page shows all of it as the word of the part. */
function unsentOf({ part: { row }, takesWord: hasField, word = '' }: PartForm): string {
  return hasField || holdsLines(row?.word ?? '', word) ? '' : word;
}

function todoOf(part: LoadedPart, files: FilesByFolder, reader: PartReader): TodoModel {
  const { work, row, status } = part;
  const { t } = reader;
  const fill = files(work.id, 'fill');
  const sheets = new Set(fill.map(({ foldedName }) => foldedName));
  const own = files(row?.id, 'own');
  const copies = status.canChange ? own.filter(({ foldedName }) => sheets.has(foldedName)) : [];
  // Pupils who begin receive the files to fill in; pupils who can change nothing read the files of which they have no copy.
  const missing = status.canStart ? [] : missingSheets(fill, own);
  const toRead = [...files(work.id, 'read'), ...(status.canChange ? [] : missing)];
  return {
    text: work.text,
    files: [
      ...toRead.map((file) => readLine(part, file, t('part.read'), reader)),
      ...copies.map((file) => sheetLine(part, file, reader)),
    ],
    removed: removedWords(part, files, reader),
    receive: status.canChange && missing.length > 0 ? t('part.receive', { count: missing.length }) : undefined,
  };
}

/** A file that pupils may have read says that it went, and not its name: that may be the reason. */
export function removedWords(
  { work }: Pick<LoadedPart, 'work'>,
  files: FilesByFolder,
  { t }: Pick<PartReader, 't'>,
): string {
  const there = Object.values(REMOVED).flatMap((folder) => files(work.id, folder));
  const count = there.length + work.deletedFiles;
  return count === 0 ? '' : t('part.fileRemoved', { count });
}

/** The answer that was given back last. It stays after the part was handed in again: the pupil has read it. */
function answerOf(part: LoadedPart, back: readonly NodeRow[], reader: PartReader): AnswerModel | undefined {
  const { row, status } = part;
  if (!row || row.givenBackAt === null) return undefined;
  // Files that are prepared for the next time are not given back yet.
  const given = back.filter(({ readers }) => readers === 'families');
  const look = status.state === 'corrected' || status.state === 'again' ? status.state : 'before';
  if (look === 'before' && row.answer === '' && given.length === 0) return undefined;
  const files = given.map((file) => backLine(part, file, reader));
  return { title: reader.t(`part.${look}`), text: row.answer, files, look };
}

function startOf(part: LoadedPart, sheets: number, { t, url }: PartReader): StartModel | undefined {
  const { work, status, pupilId } = part;
  if (!status.canStart || sheets === 0) return undefined;
  return { url: url(partPath(work.id, pupilId)), text: t('part.startCopies', { count: sheets }) };
}

function workingOf(form: PartForm, own: readonly NodeRow[], reader: PartReader): WorkingModel {
  const { part, removed, takesWord: hasField } = form;
  const { work, row, pupilId } = part;
  return {
    actionUrl: reader.url(partPath(work.id, pupilId)),
    files: own.map((file) => ownLine(part, file, reader)),
    removed: removed.map(({ id, name }) => ({ id, label: name })),
    word: hasField ? '' : (row?.word ?? ''),
    handIn: hasField ? handInOf(form, own, reader) : undefined,
  };
}

function handInOf(
  { part, word, version, wordProblem, sheets: ticked = [] }: PupilPartFacts,
  own: readonly NodeRow[],
  reader: PartReader,
): HandInModel {
  const { t } = reader;
  const { status, work, row } = part;
  const stored = row?.word ?? '';
  const sheets = untouchedSheets(own);
  const count = own.length - sheets.length;
  return {
    version: versionOf(row),
    word: word !== undefined && isOutdated(version, row) ? bothWords(stored, word) : (word ?? stored),
    problem: wordProblem,
    note: noteOf(part, reader),
    isLate: status.isLateNow && status.state !== 'again' && work.dueAt !== null,
    button: count === 0 ? t('part.handIn') : t('part.handInFiles', { count }),
    sheets: sheets.map(({ id, name }) => ({
      ...{ id, label: t('part.sheetToo', { name }), isTicked: ticked.includes(id) },
    })),
  };
}

function noteOf({ status, work, row }: LoadedPart, reader: PartReader): string {
  const { t } = reader;
  const collected = status.state === 'started' && row?.takenBackAt ? collectedAt(work, row.takenBackAt) : null;
  if (collected !== null) return t('part.noteTakenBack', { when: dueWords(collected, reader) });
  if (status.state === 'again') return t('part.noteNoDate');
  if (status.isLateNow) return t('part.noteLate');
  if (work.dueAt === null) return t('part.noteNoDate');
  return t('part.noteUntil', { when: dueWords(work.dueAt, reader) });
}

function handedInOf(
  part: LoadedPart,
  own: readonly NodeRow[],
  typed: string,
  reader: PartReader,
): HandedInModel | undefined {
  const { row, status, work, pupilId } = part;
  if (!row || status.canChange) return undefined;
  const isHandedIn = row.handedInAt !== null && !status.isMissed;
  // Prepared files stay in view when they are no longer taken: they are the pupil's.
  if (!isHandedIn && own.length === 0 && row.word === '') return undefined;
  return {
    title: reader.t(isHandedIn ? 'part.handedIn' : 'part.prepared'),
    note: keptNote(part, reader),
    receipts: own.map((file) => receiptOf(part, file, reader)),
    word: row.word,
    takeBack: status.canTakeBack
      ? { url: reader.url(partPath(work.id, pupilId)), text: takeBackText(part, reader), word: typed }
      : undefined,
  };
}

/** Why something is there that the pupil did not hand in, or did not hand in again. */
function keptNote({ row, status }: LoadedPart, reader: PartReader): string {
  if (status.isMissed) return reader.t('part.preparedNote');
  if (status.isDoneOnce) return reader.t('part.doneOnceNote');
  if (!row?.takenBackAt) return '';
  return reader.t('part.collectedNote', { when: reader.format.moment(row.takenBackAt) });
}
