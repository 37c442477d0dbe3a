// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { ResourceScope, StreamReply } from '@volee/core-adapter';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { isPartShown } from '../works/part-status.js';
import { workOfLeaver } from '../works/work-audience.js';
import { WORK_FOLDERS } from '../works/work-folders.js';
import { showRows } from '../parts/note-shown.js';
import { readersSeenBy } from '../scope/readers.js';
import { FILE, FOLDER, NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { sendZip } from '../take/send-zip.js';
import { treeEntries } from '../take/tree-entries.js';
import type { ZipEntry } from '../take/zip-files.js';
import { zipName } from '../take/zip-name.js';
import { inParts } from '../tree/all-below.js';
import { idsAbove } from '../tree/find-node.js';
import { workWords } from './work-words.js';

/** `user` is the owner of the files that are taken along: for a guardian, their child. */
export type TakeAllRequest = Pick<
  FileShareRequest,
  'db' | 'storage' | 'school' | 'schoolYear' | 'clock' | 't' | 'format' | 'log'
> & {
  readonly user: Pick<FileShareRequest['user'], 'id' | 'displayName' | 'profiles'>;
};

/**
 * « Tout télécharger »: the user's own files in their folders, of their works what they handed in, what came back and what they
 * keep to read, and what a pupil put into classes.
 * @param trashed files of theirs in a trash, where no page puts them back
 */
export async function takeAll(request: TakeAllRequest, trashed: readonly NodeRow[] = []): Promise<StreamReply> {
  const all = [
    ...(await ownEntries(request)),
    ...(await treeEntries(trashed, `${request.t('takeAll.trash')}/`, request)),
    ...(await workEntries(request, 'pupil')),
    ...(await classEntries(request)),
  ];
  return zipOf(all, request);
}

/** Does the same for a guardian: takes what was given back of the works of their child. */
export async function takeOfChild(
  request: Omit<TakeAllRequest, 'user'> & Pick<FileShareRequest, 'directory'> & { readonly resource: ChildScope },
): Promise<StreamReply> {
  const { directory, resource } = request;
  const id = resource.pupilId;
  const displayName = (await directory.persons([id])).get(id)?.displayName ?? '';
  return takeGivenBack({ ...request, user: { id, displayName, profiles: [] } });
}

/** A child, for their guardians. */
export interface ChildScope extends ResourceScope {
  readonly pupilId: string;
}

/** The parts of a child's works that were given back, with their notes, for a guardian. */
export async function takeGivenBack(request: TakeAllRequest): Promise<StreamReply> {
  return zipOf(await workEntries(request, 'guardian'), request);
}

function zipOf(all: readonly ZipEntry[], request: TakeAllRequest): Promise<StreamReply> {
  const { user, t } = request;
  return sendZip(zipName(t('takeAll.name', { name: user.displayName })), all, request);
}

async function ownEntries({ db, storage, user, t }: TakeAllRequest): Promise<ZipEntry[]> {
  const where = { ownerId: user.id, spaceKind: 'own' as const, trashedAt: IsNull() };
  const nodes = await db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  return treeEntries(nodes, `${t('takeAll.own')}/`, { db, storage });
}

/**
 * The files that a pupil put into drop boxes, and into open folders that pupils see. Those of last year's classes are among them: the pages of the
 * class are out of the pupil's reach since 1 August.
 */
async function classEntries(request: TakeAllRequest): Promise<ZipEntry[]> {
  const { db, storage, t } = request;
  return treeEntries(await classNodes(request), `${t('takeAll.inClass')}/`, { db, storage });
}

/**
 * Files and folders of a pupil in the spaces of groups.
 * @param among conditions that they meet besides. Default: none
 */
export async function classNodes(
  { db, user }: Pick<TakeAllRequest, 'db' | 'user'>,
  among: FindOptionsWhere<NodeRow> = {},
): Promise<NodeRow[]> {
  if (!user.profiles.includes('pupil')) return [];
  const inClass = { ...among, spaceKind: 'group' as const, trashedAt: IsNull() };
  const seen = In(readersSeenBy(['pupil']));
  const where = [
    { ...inClass, ownerId: user.id },
    { ...inClass, addedBy: user.id, ownerId: IsNull(), readers: seen },
  ];
  return db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
}

/** Each work is a folder, with another one in it for what came back, and a text with the words of both. */
function workEntries(request: TakeAllRequest, as: 'pupil' | 'guardian'): Promise<ZipEntry[]> {
  const { db, user } = request;
  const readParts = (): Promise<WorkPupilRow[]> => db.repository(WorkPupilRow).find({ where: { pupilId: user.id } });
  return showRows(readParts, (parts) => partEntries(parts, request, as), request);
}

async function partEntries(
  parts: readonly WorkPupilRow[],
  request: TakeAllRequest,
  as: 'pupil' | 'guardian',
): Promise<ZipEntry[]> {
  const { db, storage, user, schoolYear, t } = request;
  const works = new Map<string, WorkRow>();
  for (const ids of inParts(parts.map(({ workId }) => workId))) {
    for (const work of await db.repository(WorkRow).find({ where: { id: In(ids) } })) works.set(work.id, work);
  }
  const isTheirs = (work: WorkRow, row: WorkPupilRow): boolean =>
    as === 'pupil' ? workOfLeaver(work, row, schoolYear) !== undefined : row.givenBackAt !== null;
  const shown = parts.filter((row) => {
    const work = works.get(row.workId);
    return work && isTheirs(work, row) && isPartShown(work, row, request.clock.now());
  });
  const toRead = shown.filter(({ state }) => state === 'given').map(({ workId }) => workId);
  const nodes = [...(await partNodes(request, as)), ...(await nodesToRead(toRead, request))];
  const used = new Set<string>();
  const folders = new Map<string, string>();
  for (const { id, workId } of parts) {
    const name = zipName(works.get(workId)?.title ?? '') || t('takeAll.work');
    const free = firstFreeName(name, (folded) => used.has(folded));
    used.add(foldName(free));
    for (const parentId of [id, workId]) folders.set(parentId, `${t('takeAll.works')}/${free}/`);
  }
  const baseOf = ({ parentId, foldedName }: NodeRow): string =>
    `${folders.get(parentId) ?? `${t('takeAll.works')}/`}${foldedName === 'back' ? `${t('takeAll.back')}/` : ''}`;
  const files = await treeEntries(nodes, baseOf, { db, storage });
  return [...files, ...(await wordEntries())];

  async function wordEntries(): Promise<ZipEntry[]> {
    const rounds = await db
      .repository(WorkRoundRow)
      .find({ where: { pupilId: user.id }, order: { givenBackAt: 'ASC', id: 'ASC' } });
    const paths = new Set(files.map(({ path }) => foldName(path)));
    return shown.flatMap((row) => {
      const work = works.get(row.workId);
      if (!work) return [];
      const ofPart = rounds.filter(({ partId }) => partId === row.id);
      const text = workWords({ work, row, rounds: ofPart }, as, request);
      if (text === '') return [];
      const folder = folders.get(row.id) ?? '';
      const name = firstFreeName(`${t('takeAll.words')}.txt`, (folded) => paths.has(foldName(folder) + folded));
      const content = Buffer.from(text);
      const open = (): Promise<Readable> => Promise.resolve(Readable.from([content]));
      return [{ path: folder + name, bytes: content.length, modifiedAt: request.clock.now(), open }];
    });
  }
}

/**
 * The files of a pupil's parts that the pupil or a guardian may read, with their folders: a correction comes with its giving back, and what was
 * handed in is for guardians from then on.
 */
async function partNodes({ db, user }: TakeAllRequest, as: 'pupil' | 'guardian'): Promise<NodeRow[]> {
  const where = { pupilId: user.id, trashedAt: IsNull() };
  const nodes = await db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  const seen = readersSeenBy([as]);
  const files = nodes.filter(({ rank, readers }) => rank !== FOLDER && seen.includes(readers));
  const around = new Set(files.flatMap((file) => idsAbove(file)));
  return nodes.filter(
    (node) => files.includes(node) || (node.rank === FOLDER && (as === 'pupil' || around.has(node.id))),
  );
}

/** The files of works that a pupil keeps to read, with their folders. */
async function nodesToRead(workIds: readonly string[], { db }: Pick<TakeAllRequest, 'db'>): Promise<NodeRow[]> {
  const nodes = db.repository(NodeRow);
  const found: NodeRow[] = [];
  for (const ids of inParts(workIds)) {
    const folders = await nodes.find({ where: { parentId: In(ids), foldedName: In(WORK_FOLDERS) } });
    const inFolders = { parentId: In(folders.map(({ id }) => id)), rank: FILE, trashedAt: IsNull() };
    const files = await nodes.find({ where: inFolders, order: { sortName: 'ASC', id: 'ASC' } });
    found.push(...folders.filter(({ id }) => files.some(({ parentId }) => parentId === id)), ...files);
  }
  return found;
}
