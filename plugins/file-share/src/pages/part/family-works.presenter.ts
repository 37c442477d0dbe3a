// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { Tab } from '@volee/core-adapter/ui';
import { childTakeAllPath, childWorksPath, partPath } from '../../paths.js';
import type { EndingModel } from '../../domain/parts/ending-works.js';
import type { CameBack, ChildLink, FamilyLine, FamilyWorksModel } from './family-works.model.js';
import { backLine, withSize, type PartReader } from '../shared/works/file-lines.js';
import type { FilesByFolder } from '../../domain/parts/part-files.js';
import { againWhen, dueWords, isToday, partLead, stateTag, type TagModel } from '../../domain/parts/part-words.js';
import type { LinkRow } from './pupil-works.model.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { isDueSoon } from '../../domain/parts/due-soon.js';
import { byReturn, byUrgency, shelfOf, type Shelf } from '../../domain/parts/read-parts.js';

export interface FamilyWorksFacts {
  readonly tabs: readonly Tab[];
  readonly lists: readonly Tab[];
  readonly child: Member;
  readonly children: readonly Member[];
  readonly parts: readonly LoadedPart[];
  readonly files: FilesByFolder;
  readonly schoolYear: number;
  readonly endings: readonly EndingModel[];
}

/** The order of the works that have not come back. */
const NOW: readonly Shelf[] = ['todo', 'handedIn', 'toRead', 'missed'];

export function presentFamilyWorks(facts: FamilyWorksFacts, reader: PartReader): FamilyWorksModel {
  const { tabs, lists, child, children, parts, files, schoolYear, endings } = facts;
  const { t } = reader;
  const soon = parts.filter((part) => isDueSoon(part, { clock: reader.clock, schoolYear }));
  const on = (shelf: Shelf): LoadedPart[] =>
    parts.filter((part) => shelfOf(part, schoolYear) === shelf).sort(byUrgency);
  const [latest, ...before] = on('back').sort(byReturn);
  const returned = [...before, ...on('earlier')].map((part) => returnedLine(part, reader));
  const hasBack = latest !== undefined || returned.length > 0;
  return {
    tabs,
    lists,
    endings,
    title: t('family.title', { name: child.givenName }),
    lead: leadOf({ todo: on('todo').length, soon: soon.length, all: parts.length }, child.givenName, reader),
    children: children.length < 2 ? [] : children.map((one) => childLink(one, child, reader)),
    name: child.givenName,
    now: NOW.flatMap(on).map((part) => lineOf(part, soon.includes(part), files, reader)),
    latest: latest && cameBack(latest, files, reader),
    returned,
    // The notice about the end of the year has the same link.
    takeAllUrl:
      hasBack && !endings.some(({ url }) => url !== undefined) ? reader.url(childTakeAllPath(child.id)) : undefined,
  };
}

/** « 5 travaux sont à faire. 3 à faire d’abord. »: the second number is that of the tasks on the portal, unless it is the first one again. */
function leadOf(
  { todo, soon, all }: Readonly<Record<'todo' | 'soon' | 'all', number>>,
  name: string,
  { t }: PartReader,
): string {
  if (all === 0) return t('family.empty', { name });
  if (todo === 0) return t('family.nothing');
  const words = t('family.todo', { count: todo });
  return soon === 0 || soon === todo ? words : `${words} ${t('family.soon', { count: soon })}.`;
}

function childLink({ id, displayName, givenName, level }: Member, current: Member, { url }: PartReader): ChildLink {
  const address = url(childWorksPath(id));
  const isCurrent = id === current.id;
  return { id, displayName, name: givenName, level: level ?? '', url: address, isCurrent };
}

function lineOf(part: LoadedPart, isSoon: boolean, files: FilesByFolder, reader: PartReader): FamilyLine {
  const { work, row, status, pupilId } = part;
  const { t, url } = reader;
  return {
    ...{ id: work.id, title: work.title, url: url(partPath(work.id, pupilId)) },
    detail: detailOf(part, files(row?.id, 'own').length, reader),
    due:
      status.state === 'again'
        ? againWhen(work, reader)
        : (work.dueAt && dueWords(work.dueAt, reader)) || t('family.noDate'),
    soon: isSoon && status.state !== 'again' ? t('family.dueSoon') : undefined,
    tag: arrivedTag(part, reader),
  };
}

/** « Commencé », « Rendu à 14 h 02 », « Rendu, mardi à 9 h » */
function arrivedTag(part: LoadedPart, reader: PartReader): TagModel {
  const { row, status } = part;
  const { t } = reader;
  const tag = stateTag(part, t);
  const isHandedIn = status.state === 'handedIn' || status.state === 'handedInLate';
  if (!isHandedIn || !row?.handedInAt) return tag;
  const state = tag.label;
  const label = isToday(row.handedInAt, reader)
    ? t('family.lineToday', { state, hour: reader.format.hour(row.handedInAt) })
    : t('family.line', { state, when: reader.format.moment(row.handedInAt) });
  return { ...tag, label };
}

function detailOf({ work, row, status }: LoadedPart, ownFiles: number, { t }: PartReader): string | undefined {
  if (!work.collects) return t('family.toRead');
  if (status.state === 'again') return row?.answer ? t('family.quote', { word: row.answer }) : undefined;
  const isHandedIn = status.state === 'handedIn' || status.state === 'handedInLate';
  return isHandedIn && ownFiles > 0 ? t('family.files', { count: ownFiles }) : undefined;
}

function cameBack(part: LoadedPart, files: FilesByFolder, reader: PartReader): CameBack {
  const { work, row, pupilId } = part;
  const given = files(row?.id, 'back').filter(({ readers }) => readers === 'families');
  return {
    ...{ id: work.id, title: work.title, url: reader.url(partPath(work.id, pupilId)), detail: '' },
    when: row?.givenBackAt ? reader.t('family.cameBack', { when: reader.format.moment(row.givenBackAt) }) : '',
    answer: row?.answer ?? '',
    files: given.map((file) => withSize(backLine(part, file, reader), file, reader)),
  };
}

function returnedLine(part: LoadedPart, reader: PartReader): LinkRow {
  const { work, pupilId } = part;
  const detail = partLead(part, reader);
  return { id: work.id, title: work.title, url: reader.url(partPath(work.id, pupilId)), detail };
}
