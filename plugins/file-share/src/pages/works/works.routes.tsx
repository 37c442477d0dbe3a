// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, StreamReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { groupParams, workParams } from '../../route-params.js';
import type { WorkRow } from '../../store/work.entity.js';
import { presentWorks } from './works.presenter.js';
import { groupOf, loadWork, type WorkPlace } from '../../domain/works/work-scope.js';
import { WorksView } from './works.view.js';
import { classWorksPath, workPath } from '../../paths.js';
import { deleteDraft } from '../../domain/works/delete-draft.js';
import { endWork, reopenWork, withdrawWork } from '../../domain/works/end-work.js';
import { giveBackReady } from '../../domain/parts/give-back.js';
import { undoGiveBack } from '../../domain/parts/undo-give-back.js';
import { remindPupils } from '../../domain/works/remind-pupils.js';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { sendZip } from '../../domain/take/send-zip.js';
import { treeEntries } from '../../domain/take/tree-entries.js';
import type { ZipEntry } from '../../domain/take/zip-files.js';
import { zipName } from '../../domain/take/zip-name.js';
import { ownFiles } from '../shared/works/parts.presenter.js';
import { readWork } from '../../domain/works/read-works.js';
import { wasHandedIn } from '../../domain/works/work-progress.js';

const WORK_ACTIONS = ['remind', 'giveBack', 'undoGiveBack', 'close', 'reopen', 'withdraw', 'delete'] as const;

const query = z.object({ done: z.literal('true').optional() });
/** `at`: the instant of the corrections that are taken back, or of the end that a note undoes. */
const body = z.strictObject({ do: z.enum(WORK_ACTIONS), at: z.iso.datetime().optional() });

/** Registers the works of a class and one work, for users who follow the class, and the actions of teachers on a work as a whole. */
export function registerWorks({ http }: FileShareBrick): void {
  const ofClass = { access: 'follow', params: groupParams, group: groupOf } as const;
  http.get('/groups/:groupId/works', { ...ofClass, query }, (request) => {
    const done = request.query.done !== undefined;
    return worksPage({ groupId: request.params.groupId, work: undefined, done }, request);
  });
  const ofWork = { params: workParams, load: loadWork } as const;
  http.get('/works/:workId', { access: 'follow', ...ofWork }, ({ resource: { work }, ...request }) =>
    worksPage({ groupId: work.groupId, work, done: false }, request),
  );
  http.get('/works/:workId/take', { access: 'follow', ...ofWork }, (request) => takeWork(request.resource, request));
  http.post('/works/:workId', { access: 'handOut', ...ofWork, body }, (request) =>
    actOnWork(request.resource.work, request.body, request),
  );
}

interface WorksState {
  readonly groupId: string;
  readonly work: WorkRow | undefined;
  readonly done: boolean;
}

async function worksPage(state: WorksState, request: FileShareRequest): Promise<PageReply> {
  const model = await presentWorks(state, request);
  const styles = [request.asset('file-share-works.css')];
  const title = state.work?.title || request.t('tabs.works');
  return request.page(title, <WorksView model={model} t={request.t} />, { styles });
}

async function actOnWork(
  work: WorkRow,
  { do: action, at }: z.output<typeof body>,
  request: FileShareRequest,
): Promise<RedirectReply> {
  const { redirect, t } = request;
  if (action === 'giveBack') return giveBackAll(work, request);
  if (action === 'undoGiveBack') return redirect(workPath(work.id), await undoAll(work, at, request));
  if (action === 'delete') {
    const isGone = await deleteDraft(work, request);
    if (isGone) return redirect(classWorksPath(work.groupId), t('works.did.delete'));
    return redirect(workPath(work.id), t('works.did.notDelete'));
  }
  const path = workPath(work.id);
  if (action === 'close') {
    const endedAt = await endWork(work, request);
    const undo = endedAt && { path, fields: { do: 'reopen', at: endedAt.toISOString() } };
    return redirect(path, t('works.did.close'), undo);
  }
  return redirect(path, await act(work, { action, at }, request));
}

async function giveBackAll(work: WorkRow, request: FileShareRequest): Promise<RedirectReply> {
  const { redirect, t } = request;
  const path = workPath(work.id);
  const { count, at } = await giveBackReady(work, request);
  if (count === 0) return redirect(path, t('works.did.giveBackNone'));
  return redirect(path, t('works.did.giveBack', { count }), {
    path,
    fields: { do: 'undoGiveBack', at: at.toISOString() },
  });
}

/** Takes back what was given back at an instant, and says from how many pupils. */
async function undoAll(work: WorkRow, at: string | undefined, request: FileShareRequest): Promise<string> {
  const { t, schoolYear } = request;
  // In the classes of last year nothing changes any more.
  const isOver = at === undefined || work.year < schoolYear;
  const { done, kept } = isOver ? { done: 0, kept: 0 } : await undoGiveBack(work, { at: new Date(at) }, request);
  if (done === 0) return t(kept === 0 ? 'works.did.undoneNone' : 'works.did.undoneLate');
  const undone = t('works.did.undone', { count: done });
  return kept === 0 ? undone : `${undone} ${t('works.did.undoneKept', { count: kept })}`;
}

/** Carries out an action, and returns the sentence that tells so. */
async function act(
  work: WorkRow,
  { action, at }: { readonly action: 'remind' | 'withdraw' | 'reopen'; readonly at: string | undefined },
  request: FileShareRequest,
): Promise<string> {
  const { t } = request;
  switch (action) {
    case 'remind': {
      const count = await remindPupils(work, request);
      return count === 0 ? t('works.did.remindNobody') : t('works.did.remind', { count });
    }
    case 'withdraw':
      return t((await withdrawWork(work, request)) ? 'works.did.withdraw' : 'works.did.notWithdraw');
    case 'reopen': {
      const isOpen = await reopenWork(work, at === undefined ? undefined : new Date(at), request);
      return t(isOpen ? 'works.did.reopen' : 'works.did.notReopen');
    }
  }
}

/** All that was handed in for a work, as a zip with a folder for each pupil. A head who takes it leaves a line in the journal. */
async function takeWork({ work, ...scope }: WorkPlace, request: FileShareRequest): Promise<StreamReply> {
  const { access, audit } = request;
  if ((await access.heldAs('follow', scope)).join() === 'head') {
    await audit('work.take', { work: work.id });
  }
  const entries = await workEntries(work, request);
  const name = zipName(work.title) || request.t('works.untitled');
  return sendZip(name, entries, request);
}

/** The folders are named after the pupils: two that are called alike have two folders, in the order of their ids. */
async function workEntries(work: WorkRow, request: FileShareRequest): Promise<ZipEntry[]> {
  const { progress } = await readWork(work, request);
  const all = [...progress.asked, ...progress.left];
  const rows = all.flatMap(({ row }) => (row && wasHandedIn(row) ? [row] : []));
  const persons = await request.directory.persons(rows.map(({ pupilId }) => pupilId));
  const files = await ownFiles(rows, request);
  const used = new Set<string>();
  const entries: ZipEntry[] = [];
  for (const { id, pupilId } of [...rows].sort((one, other) => (one.pupilId < other.pupilId ? -1 : 1))) {
    const pupil = persons.get(pupilId);
    const wanted = pupil ? zipName(`${pupil.familyName} ${pupil.givenName}`) : '';
    const folder = firstFreeName(wanted || pupilId, (folded) => used.has(folded));
    used.add(foldName(folder));
    entries.push(...(await treeEntries(files.get(id) ?? [], `${folder}/`, request)));
  }
  return entries;
}
