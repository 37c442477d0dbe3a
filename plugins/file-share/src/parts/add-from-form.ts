// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../brick-types.js';
import { partPath } from '../paths.js';
import { answerNoRoom } from '../quota/answer-no-room.js';
import type { Settings } from '../settings.js';
import { TooManyFilesError } from '../upload/too-many-files-error.js';
import { refuse } from './change-from-form.js';
import type { LoadedPart } from './load-part.js';
import { receiveOwnFiles } from './receive-own-files.js';
import { refreshPart } from './refresh-part.js';

/** Adds the files of a form to a part. A part that was handed in while they arrived takes none of them. */
export async function addFromForm(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const path = partPath(part.work.id, part.pupilId);
  try {
    return await answerNoRoom(path, request, () => add(part, request, settings));
  } catch (error) {
    if (!(error instanceof TooManyFilesError)) throw error;
    const words = request.t('part.tooMany', { count: error.most, there: error.there });
    return refuse(words, part, request, settings, 400);
  }
}

async function add(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const { t, redirect } = request;
  const count = await receiveOwnFiles(part, settings, request);
  if (count === undefined) {
    const { state } = (await refreshPart(part, request)).status;
    const isFrozen = state === 'handedIn' || state === 'handedInLate';
    return refuse(t(isFrozen ? 'part.refusedFrozen' : 'part.refusedClosed'), part, request, settings);
  }
  return redirect(partPath(part.work.id, part.pupilId), count === 0 ? t('part.addedNone') : t('part.added', { count }));
}
