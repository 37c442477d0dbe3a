// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type NewsLine, type PortalTask } from '@volee/core-adapter';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { showCorrections } from '../../domain/parts/note-shown.js';
import { ownMember } from '../../domain/parts/own-member.js';
import {
  byUrgency,
  isReminded,
  partsBack,
  partsOnPortal,
  readParts,
  shelfOf,
  urgentSince,
} from '../../domain/parts/read-parts.js';
import { againWords, continueWord, todoDetail } from '../../pages/shared/works/todo-words.js';
import { partPath } from '../../paths.js';
import { MOST_TASKS, type PortalReader } from './portal-reader.js';

const pupilParts = oncePerRequest(async (request: PortalReader): Promise<readonly LoadedPart[]> => {
  if (!request.user.profiles.includes('pupil')) return [];
  const own = await ownMember(request);
  const read = async (): Promise<LoadedPart[]> => request.access.filter('doWork', await readParts(own, request));
  return showCorrections(read, request, (parts) => partsOnPortal(parts, request.schoolYear));
});

/** The works of a pupil that are to be done, the reminded ones first. */
export async function pupilTasks(request: PortalReader): Promise<PortalTask[]> {
  const { user, schoolYear } = request;
  const todo = (await pupilParts(request)).filter((part) => shelfOf(part, schoolYear) === 'todo');
  return [...todo]
    .sort(byUrgency)
    .slice(0, MOST_TASKS)
    .map((part) => {
      const { work, row, status } = part;
      const due = urgentSince(part);
      return {
        title: work.title,
        detail: status.state === 'again' ? againWords(row?.answer ?? '', request) : todoDetail(part, request),
        action: continueWord(part, request),
        path: partPath(work.id, user.id),
        ...(due && { due }),
        ...(isReminded(part) && { isPressing: true }),
      };
    });
}

/** The works of a pupil that came back: « Fractions est corrigé ». */
export async function pupilNews(request: PortalReader): Promise<NewsLine[]> {
  const { user, schoolYear, t } = request;
  return partsBack(await pupilParts(request), schoolYear).flatMap(({ work, row }) =>
    row?.givenBackAt
      ? [
          {
            ...{ kind: 'corrected', key: work.id, title: t('news.corrected', { title: work.title }), detail: '' },
            ...{ path: partPath(work.id, user.id), at: row.givenBackAt },
          },
        ]
      : [],
  );
}
