// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { childBoxPage, childInboxPage } from './child-box-pages.js';
import { isChild } from '../../domain/child/is-child.js';
import { readReviews } from '../../domain/moderation/read-reviews.js';
import { boxHead, type BoxHead } from '../shared/box-tabs.js';
import { presentBox } from '../shared/box/box.presenter.js';
import { BoxView } from './box.view.js';
import { presentReviews } from '../shared/moderation/moderation.presenter.js';
import type { WaitingLine } from '../shared/moderation/moderation.model.js';
import { INBOX_PATH } from '../../paths.js';
import type { Box } from '../../store/copy.entity.js';
import { boxParams, boxQuery, inboxQuery } from '../shared/box-query.js';
import { readBoxList } from '../../domain/box/read-box-list.js';

/** The lists of messages: of the inbox, the archive and the trash one line for each thread, of the others one for each message. */
export function registerBoxes({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(INBOX_PATH, { access: 'read', query: inboxQuery }, (request) =>
    isChild(request.user)
      ? childInboxPage(request.query, request)
      : boxPage({ box: 'inbox', after: request.query.after }, request),
  );
  http.get('/boxes/:box', { access: 'read', params: boxParams, query: boxQuery }, (request) =>
    isChild(request.user)
      ? childBoxPage({ ...request.params, ...request.query }, request)
      : boxPage({ box: request.params.box, after: request.query.after }, request),
  );
}

async function boxPage(
  place: { readonly box: Box; readonly after: string | undefined },
  request: MessagingRequest,
): Promise<PageReply> {
  const { t, page } = request;
  const head = await boxHead(place.box, request);
  const model = presentBox(await readBoxList(place, request), request);
  const review = place.box === 'inbox' && place.after === undefined ? await oldestReview(head, request) : undefined;
  return page(model.title, <BoxView head={head} model={model} review={review} t={t} />);
}

/** The message that has waited the longest for the consent of the user. */
async function oldestReview(head: BoxHead, request: MessagingRequest): Promise<WaitingLine | undefined> {
  if (!head.tabs.some(({ waits, count }) => waits === true && (count?.value ?? 0) > 0)) return undefined;
  const reviews = await readReviews(request, 1);
  return presentReviews(reviews, head, { ...request, problem: undefined }).waiting[0];
}
