// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import { partPath } from '../../paths.js';
import type { EndingModel } from '../../domain/parts/ending-works.js';
import { backLine, receiptOf, type PartReader } from '../shared/works/file-lines.js';
import type { FilesByFolder } from '../../domain/parts/part-files.js';
import { partLead } from '../../domain/parts/part-words.js';
import type { HandedInWork, LinkRow, PupilWorksModel, ReturnedWork } from './pupil-works.model.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { byReturn, byUrgency, shelfOf, type Shelf } from '../../domain/parts/read-parts.js';
import { takeBackText } from '../../domain/parts/take-back-text.js';
import { todoRow } from '../shared/works/todo-rows.js';

/** The number of returned works that are shown with the teacher's note. */
const BACK_SHOWN = 2;

export interface PupilWorksFacts {
  readonly tabs: readonly Tab[];
  readonly parts: readonly LoadedPart[];
  readonly files: FilesByFolder;
  readonly schoolYear: number;
  readonly endings: readonly EndingModel[];
}

export function presentPupilWorks(facts: PupilWorksFacts, reader: PartReader): PupilWorksModel {
  const { tabs, parts, files, schoolYear, endings } = facts;
  const on = (shelf: Shelf): LoadedPart[] => parts.filter((part) => shelfOf(part, schoolYear) === shelf);
  const row = (part: LoadedPart): LinkRow => rowOf(part, reader);
  const [todo, back] = [on('todo').sort(byUrgency), on('back').sort(byReturn)];
  return {
    tabs,
    lead: leadOf(todo.length, back.length, reader),
    endings,
    todo: todo.map((part) => todoRow(part, reader)),
    toRead: on('toRead').map(row),
    handedIn: on('handedIn').map((part) => handedInOf(part, files, reader)),
    back: back.slice(0, BACK_SHOWN).map((part) => returnedOf(part, files, reader)),
    backBefore: back.slice(BACK_SHOWN).map(row),
    missed: on('missed').map((part) => missedRow(part, files, reader)),
    earlier: on('earlier').map(row),
    isEmpty: parts.length === 0,
  };
}

function leadOf(todo: number, back: number, { t }: PartReader): string {
  const first = todo === 0 ? t('mine.leadNothing') : t('mine.leadTodo', { count: todo });
  return back === 0 ? first : `${first} ${t('mine.leadBack', { count: back })}`;
}

function rowOf(part: LoadedPart, reader: PartReader): LinkRow {
  const { work, pupilId } = part;
  return {
    id: work.id,
    title: work.title,
    url: reader.url(partPath(work.id, pupilId)),
    detail: partLead(part, reader),
  };
}

function handedInOf(part: LoadedPart, files: FilesByFolder, reader: PartReader): HandedInWork {
  const line = rowOf(part, reader);
  const { row, status } = part;
  return {
    ...line,
    detail: `${line.detail} ${reader.t('mine.notRead')}`,
    receipts: files(row?.id, 'own').map((file) => receiptOf(part, file, reader)),
    before: row?.givenBackAt ? givenOf(part, files, reader) : undefined,
    takeBack: status.canTakeBack ? { url: line.url, text: takeBackText(part, reader) } : undefined,
  };
}

function returnedOf(part: LoadedPart, files: FilesByFolder, reader: PartReader): ReturnedWork {
  const { row } = part;
  const detail = row?.givenBackAt ? reader.format.moment(row.givenBackAt) : '';
  return { ...rowOf(part, reader), detail, ...givenOf(part, files, reader) };
}

function givenOf(part: LoadedPart, files: FilesByFolder, reader: PartReader): Pick<ReturnedWork, 'answer' | 'files'> {
  const given = files(part.row?.id, 'back').filter(({ readers }) => readers === 'families');
  return { answer: part.row?.answer ?? '', files: given.map((file) => backLine(part, file, reader)) };
}

/** Prepared files are still there, and the list says so. */
function missedRow(part: LoadedPart, files: FilesByFolder, reader: PartReader): LinkRow {
  const row = rowOf(part, reader);
  const count = files(part.row?.id, 'own').length;
  return count === 0 ? row : { ...row, detail: `${row.detail} ${reader.t('mine.prepared', { count })}` };
}
