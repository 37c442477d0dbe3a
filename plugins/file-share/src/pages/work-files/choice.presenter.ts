// SPDX-License-Identifier: EUPL-1.2
import { fileKind, type Crumb, type FileKind, type Tab } from '@volee/core-adapter/ui';
import { NotFoundError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { listNodes, type NodePage } from '../../domain/tree/list-nodes.js';
import { chosenFilesPath, editWorkPath, workFilesPath } from '../../paths.js';
import { readScope } from '../../domain/scope/node-scopes.js';
import type { Settings } from '../../settings.js';
import { findRoot } from '../../domain/space/open-space.js';
import { groupSpace, ownSpace, SCHOOL_SPACE, teamSpace } from '../../store/space-ref.js';
import { FOLDER, type NodeRow } from '../../store/node.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { findFolder, foldersAbove, idsAbove } from '../../domain/tree/find-node.js';
import type { ChoiceQuery, ChosenFields } from './choice.input.js';
import type { WorkFolder } from '../../domain/works/work-folders.js';

const FOLDER_KIND: FileKind = { icon: 'folder-fill', colour: 'files' };

export interface WorkFilesModel {
  readonly title: string;
  readonly lead: string;
  readonly crumbs: readonly Crumb[];
  /** The URL that files from the device are sent to. */
  readonly uploadUrl: string;
  readonly maxSize: string;
  /** The URL that the ticked files are sent to. */
  readonly chosenUrl: string;
  readonly backUrl: string;
  /** The shown page, sent with the ticked files: a refusal shows it again. */
  readonly where: ChoiceQuery;
  /** The spaces to choose from. */
  readonly tabs: readonly Tab[];
  /** The folders above the shown one; empty at a root. */
  readonly above: readonly Crumb[];
  readonly lines: readonly ChoiceLine[];
  readonly nextUrl: string | undefined;
}

export interface ChoiceLine extends FileKind {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** The page of a folder; undefined for a file, which has a tick. */
  readonly url: string | undefined;
  readonly isTicked: boolean;
}

export async function presentChoice(
  work: WorkRow,
  use: WorkFolder,
  where: ChoiceQuery & Partial<ChosenFields>,
  request: FileShareRequest,
  settings: Settings,
): Promise<WorkFilesModel> {
  const { t, url, format } = request;
  const here = workFilesPath(work.id, use);
  const toFolder = (folderId: string): string => url(`${here}?${new URLSearchParams({ folder: folderId })}`);
  const roots = await rootsFor(work, request);
  const folder = await folderToShow(where, roots, request);
  const page = folder && (await readPage(folder, where, request));
  const rootId = folder && (idsAbove(folder)[0] ?? folder.id);
  return {
    title: t(`works.files.${use}Title`),
    lead: t(`works.files.${use}Lead`),
    crumbs: [
      { label: work.title || t('works.untitled'), url: url(editWorkPath(work.id)) },
      { label: t(`works.files.${use}Title`) },
    ],
    uploadUrl: url(here),
    maxSize: format.bytes(settings.maxFileSize),
    chosenUrl: url(chosenFilesPath(work.id, use)),
    backUrl: url(editWorkPath(work.id)),
    where: { folder: folder?.id, after: where.after },
    tabs: roots.map(({ root, name }) => ({ label: name, url: toFolder(root.id), current: root.id === rootId })),
    above: folder ? await presentAbove(folder, toFolder, roots, request) : [],
    lines: presentLines(page?.nodes ?? [], { toFolder, ticked: where.ids ?? [] }, request),
    nextUrl: folder && page?.next && url(`${here}?${new URLSearchParams({ folder: folder.id, after: page.next })}`),
  };
}

interface NamedRoot {
  readonly root: NodeRow;
  readonly name: string;
}

/** The spaces that a teacher takes files from: their own, that of the class, of its team, of the school. Empty ones are left out. */
async function rootsFor(work: WorkRow, request: FileShareRequest): Promise<NamedRoot[]> {
  const { user, access, t, db } = request;
  const group = (await access.groups('handOut')).find(({ id }) => id === work.groupId);
  const name = group?.name ?? '';
  const spaces = [
    { space: ownSpace(user.id), name: t('own.title') },
    { space: groupSpace(work.groupId), name },
    ...(group?.kind === 'class' ? [{ space: teamSpace(work.groupId), name: t('team.title', { class: name }) }] : []),
    { space: SCHOOL_SPACE, name: t('school.title') },
  ];
  const found = await Promise.all(
    spaces.map(async (one) => ({ name: one.name, root: await findRoot(one.space, { db }) })),
  );
  return found.flatMap(({ root, name: label }) => (root && root.files > 0 ? [{ root, name: label }] : []));
}

async function folderToShow(
  { folder: id }: ChoiceQuery,
  roots: readonly NamedRoot[],
  { db, access }: FileShareRequest,
): Promise<NodeRow | undefined> {
  if (id === undefined) return roots[0]?.root;
  const folder = await findFolder(id, { db });
  if (!folder || folder.spaceKind === 'work' || !(await access.can('read', readScope(folder)))) {
    throw new NotFoundError('There is no such folder to choose files from.', { details: { folder: id } });
  }
  return folder;
}

async function readPage(
  folder: NodeRow,
  { after }: ChoiceQuery,
  { access, user, db }: FileShareRequest,
): Promise<NodePage> {
  const profiles = await access.heldAs('read', readScope(folder));
  return listNodes(
    folder,
    { order: 'name', ...(after !== undefined && { after }) },
    { userId: user.id, profiles },
    { db },
  );
}

async function presentAbove(
  folder: NodeRow,
  toFolder: (id: string) => string,
  roots: readonly NamedRoot[],
  { db, t }: FileShareRequest,
): Promise<Crumb[]> {
  if (folder.above === '') return [];
  const above = await foldersAbove(folder, { db });
  const nameOf = (id: string): string => roots.find(({ root }) => root.id === id)?.name ?? t('title');
  return [...above.map(({ id, name }) => ({ label: name || nameOf(id), url: toFolder(id) })), { label: folder.name }];
}

function presentLines(
  nodes: readonly NodeRow[],
  { toFolder, ticked }: { readonly toFolder: (id: string) => string; readonly ticked: readonly string[] },
  { t, format }: Pick<FileShareRequest, 't' | 'format'>,
): ChoiceLine[] {
  return nodes.map(({ id, name, rank, files, bytes }) =>
    rank === FOLDER
      ? { ...FOLDER_KIND, id, name, detail: t('list.files', { count: files }), url: toFolder(id), isTicked: false }
      : { ...fileKind(name), id, name, detail: format.bytes(bytes), url: undefined, isTicked: ticked.includes(id) },
  );
}
