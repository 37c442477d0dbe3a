// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { editWorkPath, workFilesPath } from '../../paths.js';
import { answerNoRoom } from '../shared/answer-no-room.js';
import type { Settings } from '../../settings.js';
import { groupSpace } from '../../store/space-ref.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { depositFiles } from '../../domain/upload/deposit-files.js';
import { refuseMoreThan, TooManyFilesError } from '../../domain/upload/too-many-files-error.js';
import { addChosen } from '../../domain/works/add-chosen.js';
import { choiceQuery, chosenFields, type ChoiceQuery, type ChosenFields } from './choice.input.js';
import { presentChoice } from './choice.presenter.js';
import { MOST_GIVEN_FILES } from '../../domain/works/given-files.js';
import { WorkFilesView } from './work-files.view.js';
import { openWorkFolder, type WorkFolder } from '../../domain/works/work-folders.js';
import { loadWork } from '../../domain/works/work-scope.js';

const params = z.object({ workId: z.uuid(), use: z.enum(['read', 'fill']) });

const upload = { maxFiles: MOST_GIVEN_FILES };

/** The files of a work: sent from the device, or taken from those that the teacher reads already. */
export function registerWorkFiles({ http, settings }: FileShareBrick): void {
  const ofWork = { access: 'handOut', params, load: loadWork } as const;
  http.get('/works/:workId/files/:use', { ...ofWork, query: choiceQuery }, (request) =>
    choicePage(request.resource.work, request.params.use, request.query, request, settings),
  );
  http.post('/works/:workId/files/:use', { ...ofWork, upload }, (request) =>
    takeFromDevice(request.resource.work, request.params.use, request, settings),
  );
  http.post('/works/:workId/chosen/:use', { ...ofWork, body: chosenFields }, (request) =>
    takeChosen(request.resource.work, request.params.use, request.body, request, settings),
  );
}

async function choicePage(
  work: WorkRow,
  use: WorkFolder,
  where: ChoiceQuery & Partial<ChosenFields>,
  request: FileShareRequest,
  settings: Settings,
  refusal?: string,
): Promise<PageReply> {
  const model = await presentChoice(work, use, where, request, settings);
  const styles = [request.asset('file-share-works.css')];
  const scripts = [request.asset('part-files.js')];
  const view = <WorkFilesView model={model} refusal={refusal} t={request.t} />;
  return request.page(model.title, view, { styles, scripts, ...(refusal !== undefined && { status: 400 }) });
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
  const refuse = ({ files }: NodeRow, added: number): void => refuseMoreThan(MOST_GIVEN_FILES, files, added);
  return answerTooMany(work, use, {}, request, settings, async () => {
    // A work that is full takes nothing from the network.
    refuse(folder, 1);
    const added = await depositFiles({ space: groupSpace(work.groupId), folder, refuse }, settings, request);
    if (added.length === 0) return redirect(here, t('deposit.nothing'));
    return redirect(editWorkPath(work.id), t('works.files.added', { count: added.length }));
  });
}

async function takeChosen(
  work: WorkRow,
  use: WorkFolder,
  chosen: ChosenFields,
  request: FileShareRequest,
  settings: Settings,
): Promise<RedirectReply | PageReply> {
  const { t, redirect } = request;
  const { ids, ...where } = chosen;
  if (ids.length === 0) return redirect(pageOf(work, use, where), t('works.files.noneChosen'));
  return answerTooMany(work, use, chosen, request, settings, async () => {
    const count = await addChosen(work, use, ids, request, settings);
    // The page shows what there is now; the folder may be gone, too.
    if (count === undefined) return redirect(workFilesPath(work.id, use), t('works.files.gone'));
    return redirect(editWorkPath(work.id), t('works.files.added', { count }));
  });
}

/** Adds files: beyond the bounds of a work or the room of the class, nothing is added, and the page says how many there may be. */
async function answerTooMany(
  work: WorkRow,
  use: WorkFolder,
  chosen: Partial<ChosenFields>,
  request: FileShareRequest,
  settings: Settings,
  add: () => Promise<RedirectReply>,
): Promise<RedirectReply | PageReply> {
  try {
    return await answerNoRoom(pageOf(work, use, chosen), request, add);
  } catch (error) {
    if (!(error instanceof TooManyFilesError)) throw error;
    const refusal = request.t('works.files.tooMany', { count: error.most, there: error.there });
    return choicePage(work, use, chosen, request, settings, refusal);
  }
}

/** The path of the page that files were ticked on. */
function pageOf({ id }: WorkRow, use: WorkFolder, { folder, after }: ChoiceQuery): string {
  const here = workFilesPath(id, use);
  const query = new URLSearchParams({ ...(folder !== undefined && { folder }), ...(after !== undefined && { after }) });
  return query.size === 0 ? here : `${here}?${query}`;
}
