// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, Reply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { trashPath } from '../../paths.js';
import { TOTAL } from '../../store/space.entity.js';
import { loadTrash } from '../../domain/trash/trash-place.js';
import { noRoomSentence } from '../../domain/quota/no-room-sentence.js';
import { NoRoomView } from './no-room.view.js';
import { PART, QuotaError, SHARE } from '../../domain/quota/quota-error.js';

/**
 * Answers a form that adds files. When there is no room, the page says how much is left and which ways out there are.
 * @param back the path of the page with the form
 * @example
 * `answerNoRoom(partPath(workId, pupilId), request, async () => { await depositFiles(…); return redirect(…); })`
 */
export async function answerNoRoom<R extends Reply>(
  back: string,
  request: FileShareRequest,
  add: () => Promise<R>,
): Promise<R | PageReply> {
  try {
    return await add();
  } catch (error) {
    if (!(error instanceof QuotaError)) throw error;
    const { page, t, url } = request;
    const sentence = noRoomSentence(error, request);
    const trashUrl = (await mayEmpty(error, request)) ? url(trashPath(error.lack.spaceId)) : undefined;
    const view = <NoRoomView sentence={sentence} backUrl={url(back)} trashUrl={trashUrl} t={t} />;
    return page(t('room.title'), view, { status: 413 });
  }
}

/** Pupils empty the trash of their own space only, and nobody that of a class that has ended. */
async function mayEmpty(
  { lack }: QuotaError,
  { user, access, db }: Pick<FileShareRequest, 'user' | 'access' | 'db'>,
): Promise<boolean> {
  if (lack.spaceId === '' || lack.of === PART || lack.of === SHARE) return false;
  const isTheirs = lack.of === 'own' || (lack.of !== TOTAL && user.profiles.some((profile) => profile !== 'pupil'));
  const trash = isTheirs ? await loadTrash({ params: lack, db }) : undefined;
  return trash !== undefined && access.can('change', trash);
}
