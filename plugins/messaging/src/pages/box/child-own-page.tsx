// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { CHILD_SHEET } from '../../domain/child/child-sheet.js';
import type { BoxPage } from '../../domain/box/read-box.js';
import { ownLine } from '../shared/child/own-line.js';
import { ChildOwnView } from './child-own.view.js';
import { groupNames } from '../../domain/words/group-names.js';
import { boxPath, INBOX_PATH } from '../../paths.js';
import { adultsOf } from '../../domain/child/adults-of.js';
import { goingWords } from './going-words.js';
import { readOwn } from '../../domain/child/own-messages.js';
import { readPause } from '../../domain/child/read-pause.js';

/** All that a pupil has written, and what became of it. */
export async function childOwnPage({ lines, next }: BoxPage, request: MessagingRequest): Promise<PageReply> {
  const { user, directory, t, url, page, asset } = request;
  const relations = await directory.relations();
  const { ofClass } = await adultsOf(user.id, relations, request);
  const own = await readOwn(lines, relations, request);
  const isPaused = (await readPause(request)) !== undefined;
  const reader = { ...request, groups: await groupNames(request), readFirst: ofClass, isPaused };
  const model = {
    backUrl: url(INBOX_PATH),
    going: await goingWords(request),
    lines: lines.map((line) => ownLine(line, own, reader)),
    olderUrl: next && url(`${boxPath('sent')}?after=${next}`),
  };
  return page(t('child.own'), <ChildOwnView model={model} t={t} />, { styles: [asset(CHILD_SHEET)] });
}
