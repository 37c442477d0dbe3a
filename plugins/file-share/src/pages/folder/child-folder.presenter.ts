// SPDX-License-Identifier: EUPL-1.2
import type { Group, Member } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { showCorrections } from '../../domain/parts/note-shown.js';
import { ownMember } from '../../domain/parts/own-member.js';
import { byUrgency, readParts, shelfOf } from '../../domain/parts/read-parts.js';
import type { ReadersSign } from '../../domain/readers/readers-tag.js';
import type { FolderPlace } from '../../domain/space/folder-place.js';
import { groupsOf } from '../../domain/space/spaces-of.js';
import { folderPath, TAKE_PATH, WORKS_PATH } from '../../paths.js';
import { ownSpace } from '../../store/space-ref.js';
import type { NodeLine } from '../shared/nodes/node-list.model.js';
import { todoRow, type TodoRow } from '../shared/works/todo-rows.js';
import type { ChildFolderModel, PicLine } from './child-folder.model.js';
import type { FolderModel } from './folder.model.js';
import { BOX, OWN, picOfFile, picOfFolder } from './folder-pics.js';

/** The works above the folders of a class; the others are behind a link. */
const MOST_WORKS = 3;
/** With more teachers than this, as in a collège, nobody is named. */
const MOST_NAMED = 2;

/** Whether the user finds pictures in a space: pupils do. Classes that ended keep the list that copies. */
export async function showsPictures(
  { space }: FolderPlace,
  { user, access }: Pick<FileShareRequest, 'user' | 'access'>,
): Promise<boolean> {
  if (!user.profiles.includes('pupil')) return false;
  return space.kind !== 'group' || (await groupsOf(access)).some(({ id }) => id === space.groupId);
}

/** @param model the result of `presentFolder` */
export async function presentChildFolder(
  place: FolderPlace,
  model: FolderModel,
  request: FileShareRequest,
): Promise<ChildFolderModel> {
  const { t, url } = request;
  const { tabs, searchUrl, upload, newFolderUrl, nextUrl, dropped, kept, trash, pickUrl, empty, ends, list } = model;
  const { copies, favourites, takeAllUrl } = model;
  const isRoot = place.folderId === undefined;
  const isClassRoot = isRoot && place.space.kind === 'group';
  const works = isClassRoot ? await presentWorks(request) : [];
  const teachers = await teachersIn(place, model, request);
  const shown = list.lines.filter((line) => !isDropBoxLine(line));
  // The readers that all folders have are named once, below them.
  const isForFamilies = shown.length > 0 && shown.every(({ readers }) => readers.sign === 'families');
  const pics = list.lines.map((line) =>
    presentPic(line, { place, isShared: model.isOpen, isForFamilies, teachers }, request),
  );
  const hasExceptions = pics.some(({ detail }) => detail !== '') && pics.some(({ detail }) => detail === '');
  const ids = list.lines.map(({ id }) => ['ids', id]);
  return {
    ...{ tabs, searchUrl, upload, newFolderUrl, nextUrl, dropped, kept, trash, pickUrl, empty, ends, works },
    ...{ copies, favourites, takeAllUrl },
    ...(await headOf(place, model, teachers, request)),
    takeUrl: ends && ids.length > 0 ? `${url(TAKE_PATH)}?${new URLSearchParams(ids)}` : undefined,
    worksUrl: url(WORKS_PATH),
    listTitle: place.space.kind === 'group' ? t('child.inClass') : model.title,
    pics: isClassRoot ? [...pics, ownTile(request)] : pics,
    others: place.space.kind === 'group' ? othersOf({ isForFamilies, hasExceptions }, t) : undefined,
    place: model.place?.nearlyFull === undefined ? undefined : model.place,
  };
}

/** The works to do, the most urgent first. */
async function presentWorks(request: FileShareRequest): Promise<TodoRow[]> {
  const own = await ownMember(request);
  const read = async (): Promise<readonly LoadedPart[]> =>
    request.access.filter('doWork', await readParts(own, request));
  const parts = await showCorrections(read, request);
  const todo = parts.filter((part) => shelfOf(part, request.schoolYear) === 'todo').sort(byUrgency);
  return todo.slice(0, MOST_WORKS).map((part) => todoRow(part, request));
}

/** The teachers of a class or group of the user, sorted by family name. */
async function teachersOf(groupId: string, { user, directory }: FileShareRequest): Promise<Member[]> {
  const ids = await directory.people({ profiles: ['teacher'], around: user.id });
  const { teaches } = await directory.relations(ids);
  const own = ids.filter((id) => teaches.get(id)?.has(groupId));
  const persons = await directory.persons(own);
  return own.flatMap((id) => persons.get(id) ?? []);
}

/** « Claire Vuillemin » where the page names them; « tes enseignants » where they are many or not known. */
async function teachersIn(
  { space, folderId }: FolderPlace,
  { isDropBox, list }: FolderModel,
  request: FileShareRequest,
): Promise<{ readonly names: string | undefined; readonly words: string }> {
  const words = request.t('child.teachers');
  if (space.groupId === null || (folderId !== undefined && !isDropBox && !list.lines.some(isDropBoxLine))) {
    return { names: undefined, words };
  }
  const teachers = await teachersOf(space.groupId, request);
  if (teachers.length === 0 || teachers.length > MOST_NAMED) return { names: undefined, words };
  const names = request.format.list(teachers.map(({ displayName }) => displayName));
  return { names, words: names };
}

type Head = Pick<ChildFolderModel, 'title' | 'lead' | 'back'>;

async function headOf(
  place: FolderPlace,
  model: FolderModel,
  teachers: { readonly names: string | undefined; readonly words: string },
  request: FileShareRequest,
): Promise<Head> {
  const { t, url } = request;
  const { title, crumbs, isDropBox } = model;
  if (place.folderId !== undefined) {
    const above = crumbs.at(-2);
    const name = crumbs.length > 2 ? above?.label : await nameOfRoot(place, title, request);
    return {
      title,
      lead: isDropBox ? t('child.forTeachers', { teachers: teachers.words }) : undefined,
      back: { name: name ?? t('title'), url: above?.url ?? url(folderPath({ space: place.space })) },
    };
  }
  if (place.space.kind === 'own') return { title, lead: t('space.own.lead'), back: undefined };
  if (place.space.kind !== 'group') return { title, lead: undefined, back: undefined };
  const isClass = (await ownClass(request))?.id === place.space.groupId;
  const values = { class: title, teachers: teachers.words };
  const withNames = isClass ? t('child.classWith', values) : t('child.with', values);
  const lead = teachers.names === undefined ? (isClass ? `${title}.` : undefined) : withNames;
  return { title: isClass ? t('child.class') : title, lead, back: undefined };
}

async function nameOfRoot(place: FolderPlace, title: string, request: FileShareRequest): Promise<string> {
  if (place.space.kind !== 'group') return request.t(place.space.kind === 'own' ? 'own.title' : 'school.title');
  const groups = await groupsOf(request.access);
  if ((await ownClass(request))?.id === place.space.groupId) return request.t('child.class');
  return groups.find(({ id }) => id === place.space.groupId)?.name ?? title;
}

/** The class of a pupil, where there is only one. */
async function ownClass({ access }: Pick<FileShareRequest, 'access'>): Promise<Group | undefined> {
  const classes = (await groupsOf(access)).filter(({ kind }) => kind === 'class');
  return classes.length === 1 ? classes[0] : undefined;
}

interface PicFacts {
  readonly place: FolderPlace;
  /** Whether pupils add to the folder: their names tell the files apart. */
  readonly isShared: boolean;
  readonly isForFamilies: boolean;
  readonly teachers: { readonly words: string };
}

function presentPic(
  line: NodeLine,
  { place, isShared, isForFamilies, teachers }: PicFacts,
  { t }: FileShareRequest,
): PicLine {
  const { id, name, url, kind, isOpen, mayChange, readers } = line;
  const isDropBox = isDropBoxLine(line);
  const isNamed = place.space.kind === 'group' && !(isForFamilies && readers.sign === 'families');
  const said = isNamed ? exceptionOf(readers.sign, readers.word, t) : '';
  return {
    ...{ id, name, url, isDropBox, mayRemove: mayChange },
    changeUrl: place.space.kind === 'own' && mayChange ? line.aboutUrl : undefined,
    isOpen: isOpen && !isDropBox,
    pic: isDropBox ? BOX : kind === 'folder' ? picOfFolder(name) : picOfFile(kind),
    detail: isDropBox ? t('child.forTeachers', { teachers: teachers.words }) : isShared ? line.detail : said,
  };
}

function exceptionOf(sign: ReadersSign, word: string, t: FileShareRequest['t']): string {
  if (sign === 'families') return t('child.parentsToo');
  return sign === 'pupils' ? '' : word;
}

function othersOf(
  { isForFamilies, hasExceptions }: { readonly isForFamilies: boolean; readonly hasExceptions: boolean },
  t: FileShareRequest['t'],
): string | undefined {
  if (isForFamilies) return t('child.others.families');
  return hasExceptions ? t('child.others.pupils') : undefined;
}

function isDropBoxLine({ isOpen, kind, readers }: NodeLine): boolean {
  return kind === 'folder' && isOpen && readers.sign === 'teachers';
}

/** The pupil's own space, beside the folders of the class. */
function ownTile({ t, url, user }: FileShareRequest): PicLine {
  return {
    ...{ id: user.id, name: t('own.title'), url: url(folderPath({ space: ownSpace(user.id) })), pic: OWN },
    ...{ isDropBox: false, isOpen: false, mayRemove: false, detail: t('child.ownDetail') },
  };
}
