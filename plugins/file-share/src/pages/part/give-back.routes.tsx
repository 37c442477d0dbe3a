// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { giveBackPath, partPath, workPath } from '../../paths.js';
import { partParams } from '../../route-params.js';
import { answerNoRoom } from '../shared/answer-no-room.js';
import type { Settings } from '../../settings.js';
import { groupSpace } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { deleteNodes } from '../../domain/tree/delete-nodes.js';
import { depositFiles } from '../../domain/upload/deposit-files.js';
import { refuseMoreThan, TooManyFilesError } from '../../domain/upload/too-many-files-error.js';
import { loadCorrected, type CorrectedPart } from '../../domain/parts/corrected-part.js';
import { FILES_FORM, MOST_RETURNED_FILES } from '../shared/works/files-form.js';
import { countWaiting, forgetPrepared } from '../../domain/parts/forget-prepared.js';
import { giveBack } from '../../domain/parts/give-back.js';
import { giveBackFields, type GiveBackFields } from './give-back.input.js';
import { giveBackPage } from './give-back-page.js';
import { openPart } from '../../domain/parts/open-part.js';
import { markPrepared, openReturned } from '../../domain/parts/open-returned.js';
import { undoGiveBack } from '../../domain/parts/undo-give-back.js';
import { nextToCorrect } from './neighbours.presenter.js';
import { readWork } from '../../domain/works/read-works.js';
import type { Typed } from './give-back.presenter.js';
import { findWorkFolder } from '../../domain/works/work-folders.js';

const LONGEST_WORD = 5_000;
const upload = { maxFiles: MOST_RETURNED_FILES };

type PartRequest = FileShareRequest & { readonly resource: CorrectedPart };

/** Forms that give a part back to one pupil: a note, files, and what comes next. */
export function registerGiveBack({ http, settings }: FileShareBrick): void {
  const ofPart = { access: 'giveBack', params: partParams, load: loadCorrected } as const;
  http.post('/works/:workId/pupils/:pupilId/give-back', { ...ofPart, body: giveBackFields }, (request) =>
    keepAnswer(request.body, request, settings),
  );
  http.post('/works/:workId/pupils/:pupilId/returned', { ...ofPart, upload }, (request) =>
    takeReturned(request, settings),
  );
}

async function keepAnswer(
  fields: GiveBackFields,
  request: PartRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const { t, db, resource, redirect } = request;
  const { work, pupilId } = resource;
  if (fields.do === 'undo') return undoGiven(fields, request, settings);
  const answer = fields.answer.trim();
  const problem = problemOf(answer, fields, request);
  const state = { work, pupilId };
  if (problem) return giveBackPage(state, request, settings, { fields, ...problem, status: 400 });
  const part = await openPart(work, pupilId, request);
  const revision = Number(fields.revision);
  const changes = { prepared: answer, ready: fields.next ?? null, revision: revision + 1 };
  const where = { id: part.id, revision };
  if ((await db.repository(WorkPupilRow).update(where, changes)) === 0) {
    return giveBackPage(state, request, settings, { fields, wordProblem: t('giveBack.problem.changed'), status: 409 });
  }
  const here = partPath(work.id, pupilId);
  const removed = fields.do.startsWith('remove:') ? fields.do.slice('remove:'.length) : undefined;
  if (removed !== undefined) await removeReturned(part, removed, request);
  if (fields.do !== 'give') await forgetPrepared(part, request);
  if (removed !== undefined) return redirect(here);
  if (fields.do === 'files') return redirect(`${here}#${FILES_FORM}`);
  if (fields.do === 'keep') return redirect(here, t('giveBack.kept'));
  const at = await giveBack(work, { ...part, ...changes }, request);
  if (!at) {
    return giveBackPage(state, request, settings, { fields, wordProblem: t('giveBack.problem.changed'), status: 409 });
  }
  const undo = { path: giveBackPath(work.id, pupilId), fields: { do: 'undo', at: at.toISOString() } };
  const { progress } = await readWork(work, request);
  const next = nextToCorrect(progress.asked, pupilId);
  const name = (await request.directory.persons([pupilId])).get(pupilId)?.givenName ?? '';
  const given = t('giveBack.given', { name });
  return redirect(next ? partPath(work.id, next.pupilId) : workPath(work.id), given, undo);
}

/** Takes back what was given back at an instant, unless the pupil or their family was shown it. */
async function undoGiven(
  { at }: GiveBackFields,
  request: PartRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const { t, db, resource, redirect } = request;
  const { work, pupilId } = resource;
  const undone = at && (await undoGiveBack(work, { at: new Date(at), pupilId }, request));
  if (undone && undone.done > 0) return redirect(partPath(work.id, pupilId), t('giveBack.undone'));
  const row = await db.repository(WorkPupilRow).findOne({ where: { workId: work.id, pupilId } });
  const wasShown = row?.undo === null && row.givenBackAt?.toISOString() === at;
  const refusal = t(wasShown ? 'giveBack.problem.shown' : 'giveBack.problem.notUndone');
  return giveBackPage({ work, pupilId }, request, settings, { refusal, status: 409 });
}

function problemOf(
  answer: string,
  fields: GiveBackFields,
  { t, resource }: Pick<PartRequest, 't' | 'resource'>,
): Pick<Typed, 'wordProblem' | 'nextProblem' | 'sureProblem'> | undefined {
  if (answer.length > LONGEST_WORD) return { wordProblem: t('giveBack.problem.longWord', { count: LONGEST_WORD }) };
  if (fields.do !== 'give') return undefined;
  if (fields.next === undefined) return { nextProblem: t('giveBack.problem.noNext') };
  const isEarly = resource.isTheirTurn && fields.sure === undefined;
  return isEarly ? { sureProblem: t('giveBack.problem.theirTurn') } : undefined;
}

async function takeReturned(request: PartRequest, settings: Settings): Promise<RedirectReply | PageReply> {
  const { t, redirect, resource } = request;
  const { work, pupilId } = resource;
  const part = await openPart(work, pupilId, request);
  const here = partPath(work.id, pupilId);
  try {
    return await answerNoRoom(here, request, async () => {
      const count = await addReturned(part, request, settings);
      return redirect(here, count === 0 ? t('deposit.nothing') : t('giveBack.filesAdded', { count }));
    });
  } catch (error) {
    if (!(error instanceof TooManyFilesError)) throw error;
    const refusal = t('giveBack.problem.manyFiles', { count: error.most, there: error.there });
    return giveBackPage({ work, pupilId }, request, settings, { refusal, status: 400 });
  }
}

/** Adds the files of a request to what goes back. Without any, nothing is prepared by it. @returns how many there are */
async function addReturned(part: WorkPupilRow, request: PartRequest, settings: Settings): Promise<number> {
  const folder = await openReturned(part, request);
  const refuse = async (now: NodeRow, added: number): Promise<void> => {
    await markPrepared(part.id, request);
    refuseMoreThan(MOST_RETURNED_FILES, await countWaiting(now, request), added);
  };
  let count = 0;
  try {
    // A full correction takes nothing from the network.
    await refuse(folder, 1);
    const target = { space: groupSpace(part.groupId), folder, refuse };
    count = (await depositFiles(target, settings, request)).length;
    return count;
  } finally {
    if (count === 0) await forgetPrepared(part, request);
  }
}

/** Takes a file out of what goes back. What the pupil has received already stays. */
async function removeReturned(part: WorkPupilRow, fileId: string, request: PartRequest): Promise<void> {
  const folder = await findWorkFolder(part.id, 'back', request);
  if (!folder) return;
  await changeSpaces(
    [folder.spaceId],
    async () => {
      const where = { id: fileId, parentId: folder.id, readers: 'teachers' as const };
      await deleteNodes(await request.db.repository(NodeRow).find({ where }), request);
    },
    request,
  );
}
