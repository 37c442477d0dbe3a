// SPDX-License-Identifier: EUPL-1.2
import { ForbiddenError, NotFoundError, type PageReply, type RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { placeOf } from '../../domain/space/folder-place.js';
import { homesOf, keepForPupils } from '../../domain/keep/keep-for-pupils.js';
import { ofPupils, type PupilsFile } from '../../domain/keep/of-pupils.js';
import { folderPath, UNTRASH_PATH } from '../../paths.js';
import { answerNoRoom } from '../shared/answer-no-room.js';
import { addScope, readScope } from '../../domain/scope/node-scopes.js';
import { openedAsHead } from '../../domain/tree/opened-as-head.js';
import type { Settings } from '../../settings.js';
import { openSpace } from '../../domain/space/open-space.js';
import { nameOfSpace } from '../../domain/space/name-of-space.js';
import { rootScope } from '../../domain/scope/root-scope.js';
import type { NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { isLarge, startCopy } from '../../domain/copies/start-copy.js';
import { copyNodes } from '../../domain/tree/copy-nodes.js';
import { findFolder, findNode } from '../../domain/tree/find-node.js';
import { moveNodes } from '../../domain/tree/move-nodes.js';
import { trashNodes } from '../../domain/tree/trash-nodes.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';
import { findDestination, type Destination } from '../../domain/move/destination.js';
import type { PickBody } from '../../domain/move/pick.input.js';
import { pickProblem } from '../shared/pick-problem.js';
import { problemPage } from '../shared/problem-page.js';
import { findPicked, readableOf, type Picked } from '../../domain/move/picked.js';

type ChangeRequest = FileShareRequest & { readonly body: PickBody; readonly resource: Picked };

/** Moves, copies or puts into the trash the ticked nodes: all of them or none. */
export async function changePicked(request: ChangeRequest, settings: Settings): Promise<RedirectReply | PageReply> {
  const { body, resource } = request;
  const back = await pathBack(resource.nodes, request);
  const problem = await pickProblem(resource, body.action, request);
  if (problem) return problemPage(problem, back, request);
  try {
    return await answerNoRoom(back, request, async () => {
      if (body.action === 'trash') return trashPicked(back, request);
      return request.redirect(back, await change(request, settings));
    });
  } catch (error) {
    if (error instanceof TreeRefusal) {
      return problemPage({ kind: error.problem, name: error.about }, back, request);
    }
    throw error;
  }
}

/** The path of the folder in which nodes were ticked: the user goes on there. */
export async function pathBack(nodes: readonly NodeRow[], { db }: Pick<FileShareRequest, 'db'>): Promise<string> {
  const parent = await findNode(nodes[0]?.parentId ?? '', { db });
  const place = parent && placeOf(parent);
  return place ? folderPath(place) : '/';
}

/** @returns the notice */
async function change(request: ChangeRequest, { quota }: Settings): Promise<string> {
  const { body, resource, db, t, user, access } = request;
  const keepReaders = body.keep !== undefined && mayKeep(request);
  const tools = { ...request, quotas: quota };
  const { space, folder: found } = await destinationOf(request);
  const root = found ?? (await openSpace(space, request));
  const byPupil = user.profiles.includes('pupil');
  const folderNow = async (): Promise<NodeRow> => {
    // It may have been closed, or have come to another space.
    const folder = await findFolder(root.id, { db });
    const isThere = folder?.spaceId === root.spaceId;
    if (!isThere || !(await access.can('change', addScope(folder)))) throw new TreeRefusal('gone');
    return folder;
  };
  const readable = async (some: NodeRow[]): Promise<NodeRow[]> => {
    const below = await readableOf(some, request);
    await openedAsHead(below, request);
    return below;
  };
  const options = { keepReaders, copiedBy: user.id, byPupil, readable };
  // Files that stay in the class stay within reach of their pupil.
  const leave = (files: readonly PupilsFile[]): PupilsFile[] =>
    files.filter(({ file }) => file.spaceId !== root.spaceId);
  const homes =
    body.action === 'move' ? await homesOf(leave((await ofPupils(resource.nodes, request)).files), request) : [];
  let kept: readonly PupilsFile[] = [];
  const done = await inSpaces(request, [root.spaceId, ...homes], async (nodes) => {
    const folder = await folderNow();
    if (body.action === 'move') {
      const { pupilIds, files } = await ofPupils(nodes, request);
      kept = leave(files);
      await keepForPupils(kept, homes, request);
      return moveNodes(nodes, folder, { keepReaders, pupilIds, movedBy: user.id }, tools);
    }
    if (isLarge(nodes)) return undefined;
    await openedAsHead(nodes, request);
    return copyNodes(nodes, folder, options, tools);
  });
  if (!done) {
    const planning = {
      ...{ ...options, folderNow, readable: (some: NodeRow[]) => readableOf(some, request) },
      planned: (all: readonly NodeRow[]) => openedAsHead(all, request),
    };
    const count = await startCopy(resource.nodes, root, planning, tools);
    return t('copies.started', { count, elements: new Intl.NumberFormat(request.format.language).format(count) });
  }
  const before = new Set(resource.nodes.map(({ name }) => name));
  const renamed = done.filter(({ name }) => !before.has(name)).map(({ name }) => name);
  const count = done.length;
  const notice = t(body.action === 'move' ? 'move.moved' : 'move.copied', {
    count,
    folder: root.name || (await nameOfSpace(space, request)),
  });
  const names = renamed.length === 0 ? [] : [t('move.renamed', { names: request.format.list(renamed) })];
  return [notice, ...names, ...keptNotice(kept, request)].join(' ');
}

async function trashPicked(back: string, request: ChangeRequest): Promise<RedirectReply> {
  const homes = await homesOf((await ofPupils(request.resource.nodes, request)).files, request);
  return inSpaces(request, homes, async (nodes) => {
    const { files } = await ofPupils(nodes, request);
    await keepForPupils(files, homes, request);
    const trashed = await trashNodes(nodes, { ...request, trashedBy: request.user.id });
    const notice = [request.t('move.trashed', { count: trashed.length }), ...keptNotice(files, request)].join(' ');
    return request.redirect(back, notice, { path: UNTRASH_PATH, fields: { ids: trashed.map(({ id }) => id) } });
  });
}

/** Pupils keep a copy of what was theirs. */
function keptNotice(files: readonly PupilsFile[], { t }: Pick<ChangeRequest, 't'>): string[] {
  if (files.length === 0) return [];
  const count = new Set(files.map(({ pupilId }) => pupilId)).size;
  return [t('move.ofPupils', { count, files: t('list.files', { count: files.length }) })];
}

/** Only users who choose the readers of something may keep them. */
export function mayKeep({ user }: Pick<FileShareRequest, 'user'>): boolean {
  return user.profiles.some((profile) => profile !== 'pupil');
}

/** Runs a change on the ticked nodes as they are by now. The rights of the user are checked again: the nodes may have been moved. */
async function inSpaces<R>(
  request: ChangeRequest,
  otherSpaceIds: readonly string[],
  work: (nodes: readonly NodeRow[]) => Promise<R>,
): Promise<R> {
  const { body, resource, db } = request;
  const spaceIds = [...resource.nodes.map(({ spaceId }) => spaceId), ...otherSpaceIds];
  const run = async (): Promise<R> => {
    const nodes = await findPicked(body.ids, { db });
    const isElsewhere = nodes.some(({ spaceId }) => !spaceIds.includes(spaceId));
    const problem = await pickProblem({ nodes, asked: body.ids.length }, body.action, request);
    if (isElsewhere || problem) throw new TreeRefusal('gone');
    return work(nodes);
  };
  return changeSpaces(spaceIds, run, { db });
}

/** @throws NotFoundError, ForbiddenError when the user may not add to it */
async function destinationOf(request: ChangeRequest): Promise<Destination> {
  const { body, access } = request;
  const place = await findDestination(body.to ?? '', request);
  const scoped = place && (place.folder ?? rootScope(place.space));
  if (scoped && (await access.can('change', addScope(scoped)))) return place;
  if (!scoped || !(await access.can('read', readScope(scoped)))) {
    throw new NotFoundError('No such destination is there for the user.');
  }
  throw new ForbiddenError('The user may not add to the destination.');
}
