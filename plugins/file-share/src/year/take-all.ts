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

/** « Tout emporter »: the user's own files in their folders, of their works what they handed in and what came back, and what a pupil put into classes. */
export async function takeAll(request: FileShareRequest): Promise<StreamReply> {
  const { user, t } = request;
  const all = [...(await ownEntries(request)), ...(await workEntries(request)), ...(await classEntries(request))];
  return sendZip(zipName(t('takeAll.name', { name: user.displayName })), all, request);
}

async function ownEntries({ db, storage, user, t }: FileShareRequest): Promise<ZipEntry[]> {
  const where = { ownerId: user.id, spaceKind: 'own' as const, trashedAt: IsNull() };
  const nodes = await db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  return treeEntries(nodes, `${t('takeAll.own')}/`, { db, storage });
}

/**
 * The files that a pupil put into drop boxes, and into open folders that pupils see. Those of last year's classes are among them: the pages of the
 * class are out of the pupil's reach since 1 August.
 */
async function classEntries({ db, storage, user, t }: FileShareRequest): Promise<ZipEntry[]> {
  if (!user.profiles.includes('pupil')) return [];
  const inClass = { spaceKind: 'group' as const, trashedAt: IsNull() };
  const seen = In(readersSeenBy(['pupil']));
  const where = [
    { ...inClass, ownerId: user.id },
    { ...inClass, addedBy: user.id, ownerId: IsNull(), readers: seen },
  ];
  const nodes = await db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  return treeEntries(nodes, `${t('takeAll.inClass')}/`, { db, storage });
}

/** Each work is a folder, with another one in it for what came back. */
async function workEntries(request: FileShareRequest): Promise<ZipEntry[]> {
  const { db, storage, user, t } = request;
  const nodes = await partNodes(request);
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

/** The files of the user's parts that they may read: a correction comes with its giving back. */
async function partNodes({ db, user }: FileShareRequest): Promise<NodeRow[]> {
  const where = { pupilId: user.id, trashedAt: IsNull() };
  const nodes = await db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
  const seen = readersSeenBy(['pupil']);
  return nodes.filter(({ rank, readers }) => rank === FOLDER || seen.includes(readers));
}
