// SPDX-License-Identifier: EUPL-1.2
import type { StreamReply } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { FileShareRequest } from '../brick-types.js';
import { firstFreeName, foldName } from '../names/free-name.js';
import { readersSeenBy } from '../scope/readers.js';
import { FOLDER, NodeRow } from '../store/node.entity.js';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import { WorkRow } from '../store/work.entity.js';
import { sendZip } from '../take/send-zip.js';
import { treeEntries } from '../take/tree-entries.js';
import type { ZipEntry } from '../take/zip-files.js';
import { zipName } from '../take/zip-name.js';
import { inParts } from '../tree/all-below.js';
import { idsAbove } from '../tree/find-node.js';

/** `user` is the owner of the files that are taken along: for a guardian, their child. */
export type TakeAllRequest = Pick<FileShareRequest, 'db' | 'storage' | 'school' | 't' | 'log'> & {
  readonly user: Pick<FileShareRequest['user'], 'id' | 'displayName' | 'profiles'>;
};

/** « Tout emporter »: the user's own files in their folders, of their works what they handed in and what came back, and what a pupil put into classes. */
export async function takeAll(request: TakeAllRequest): Promise<StreamReply> {
  const all = [
    ...(await ownEntries(request)),
    ...(await workEntries(request, 'pupil')),
    ...(await classEntries(request)),
  ];
  return zipOf(all, request);
}

/** For a guardian: of the works of a child what was given back. */
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

/** Files and folders of a pupil in the spaces of groups. */
export async function classNodes({ db, user }: Pick<TakeAllRequest, 'db' | 'user'>): Promise<NodeRow[]> {
  if (!user.profiles.includes('pupil')) return [];
  const inClass = { spaceKind: 'group' as const, trashedAt: IsNull() };
  const seen = In(readersSeenBy(['pupil']));
  const where = [
    { ...inClass, ownerId: user.id },
    { ...inClass, addedBy: user.id, ownerId: IsNull(), readers: seen },
  ];
  return db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
}

/** Each work is a folder, with another one in it for what came back. */
async function workEntries(request: TakeAllRequest, as: 'pupil' | 'guardian'): Promise<ZipEntry[]> {
  const { db, storage, user, t } = request;
  const nodes = await partNodes(request, as);
  const parts = await db.repository(WorkPupilRow).find({ where: { pupilId: user.id } });
  const titles = new Map<string, string>();
  for (const ids of inParts(parts.map(({ workId }) => workId))) {
    for (const work of await db.repository(WorkRow).find({ where: { id: In(ids) } })) titles.set(work.id, work.title);
  }
  const used = new Set<string>();
  const folders = new Map<string, string>();
  for (const { id, workId } of parts) {
    const name = zipName(titles.get(workId) ?? '') || t('takeAll.work');
    const free = firstFreeName(name, (folded) => used.has(folded));
    used.add(foldName(free));
    folders.set(id, `${t('takeAll.works')}/${free}/`);
  }
  const baseOf = ({ parentId, foldedName }: NodeRow): string =>
    `${folders.get(parentId) ?? `${t('takeAll.works')}/`}${foldedName === 'back' ? `${t('takeAll.back')}/` : ''}`;
  return treeEntries(nodes, baseOf, { db, storage });
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
