// SPDX-License-Identifier: EUPL-1.2
import { InputError, type PageReply, type RedirectReply } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../brick-types.js';
import { editWorkPath, workFilesPath } from '../paths.js';
import { answerNoRoom } from '../quota/answer-no-room.js';
import { readScope } from '../scope/node-scopes.js';
import type { Settings } from '../settings.js';
import { groupSpace } from '../space/space-ref.js';
import { FILE, NodeRow } from '../store/node.entity.js';
import type { WorkRow } from '../store/work.entity.js';
import { depositFiles } from '../upload/deposit-files.js';
import { choiceQuery, type ChoiceQuery } from './choice-query.js';
import { copyFiles } from './copy-files.js';
import { presentChoice } from './present-choice.js';
import { repeated } from './work-fields.js';
import { WorkFilesView } from './work-files.view.js';
import { openWorkFolder, type WorkFolder } from './work-folders.js';
import { loadWork } from './work-scope.js';

const params = z.object({ workId: z.uuid(), use: z.enum(['read', 'fill']) });
const body = z.strictObject({ ids: repeated(z.uuid()) });

/** More than anybody hands out at once. */
const MOST_FILES = 50;
const upload = { maxFiles: MOST_FILES };

/** The files of a work: sent from the device, or taken from those that the teacher reads already. */
export function registerWorkFiles({ http, settings }: FileShareBrick): void {
  const ofWork = { access: 'handOut', params, load: loadWork } as const;
  http.get('/works/:workId/files/:use', { ...ofWork, query: choiceQuery }, (request) =>
    choicePage(request.resource.work, request.params.use, request.query, request, settings),
  );
  http.post('/works/:workId/files/:use', { ...ofWork, upload }, (request) =>
    takeFromDevice(request.resource.work, request.params.use, request, settings),
  );
  http.post('/works/:workId/chosen/:use', { ...ofWork, body }, (request) =>
    takeChosen(request.resource.work, request.params.use, request.body.ids, request, settings),
  );
}

async function choicePage(
  work: WorkRow,
  use: WorkFolder,
  where: ChoiceQuery,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply> {
  const model = await presentChoice(work, use, where, request, settings);
  const styles = [request.asset('file-share-works.css')];
  return request.page(model.title, <WorkFilesView model={model} t={request.t} />, { styles });
}

async function takeFromDevice(
  work: WorkRow,
  use: WorkFolder,
  request: FileShareRequest,
  settings: Settings,
): Promise<RedirectReply | PageReply> {
  const { t, redirect } = request;
  const here = workFilesPath(work.id, use);
  const folder = await openWorkFolder(work, use, request);
  return answerNoRoom(here, request, async () => {
    const added = await depositFiles({ space: groupSpace(work.groupId), folder }, settings, request);
    if (added.length === 0) return redirect(here, t('deposit.nothing'));
    return redirect(editWorkPath(work.id), t('works.files.added', { count: added.length }));
  });
}

async function takeChosen(
  work: WorkRow,
  use: WorkFolder,
  ids: readonly string[],
  request: FileShareRequest,
  { quota }: Settings,
): Promise<RedirectReply | PageReply> {
  const { t, redirect, db, access, user } = request;
  if (ids.length === 0) return redirect(workFilesPath(work.id, use), t('works.files.noneChosen'));
  if (ids.length > MOST_FILES) throw new InputError(t('works.files.tooMany', { count: MOST_FILES }));
  const found = await db.repository(NodeRow).find({ where: { id: In([...ids]), rank: FILE, trashedAt: IsNull() } });
  // What pupils hand in for a work stays theirs.
  const places = found.filter(({ spaceKind }) => spaceKind !== 'work').map((node) => ({ ...readScope(node), node }));
  const readable = (await access.filter('read', places)).map(({ node }) => node);
  // A ticked file that is gone, or that is not the teacher's to read: nothing is added, and the page shows what there is now.
  if (readable.length < new Set(ids).size) return redirect(workFilesPath(work.id, use), t('works.files.gone'));
  const folder = await openWorkFolder(work, use, request);
  return answerNoRoom(workFilesPath(work.id, use), request, async () => {
    const added = await copyFiles(readable, folder, { addedBy: user.id }, { ...request, quotas: quota });
    return redirect(editWorkPath(work.id), t('works.files.added', { count: added.length }));
  });
}
