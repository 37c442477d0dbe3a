// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { isChild } from '../../domain/child/is-child.js';
import { readReviews } from '../../domain/moderation/read-reviews.js';
import { boxHead, type BoxHead } from '../shared/box-tabs.js';
import { presentBox } from '../shared/box/box.presenter.js';
import { BoxView, type AwaitingReview } from './box.view.js';
import { presentReviews } from '../shared/moderation/moderation.presenter.js';
import { INBOX_PATH, boxPath } from '../../paths.js';
import type { Box } from '../../store/copy.entity.js';
import { boxParams, boxQuery, inboxQuery } from '../shared/box.input.js';
import { readThreadDrafts } from '../../domain/box/drafts-in-threads.js';
import { readBoxList, readRecipients } from '../../domain/box/read-box-list.js';
import { readBox, type BoxPage } from '../../domain/box/read-box.js';
import { presentChildList, type ChildList } from './child-list.presenter.js';
import { ChildListView } from './child-list.view.js';
import { CHILD_SHEET } from '../../domain/child/child-sheet.js';
import { readAnswerable } from '../../domain/child/answerable.js';
import { goingWords } from './going-words.js';
import { childHomePage } from './child-home-page.js';
import { ownLine } from '../shared/child/own-line.js';
import { ChildOwnView } from './child-own.view.js';
import { personsOf } from '../../domain/words/recipient-labels.js';
import { groupNames } from '../../domain/words/group-names.js';
import { adultsOf } from '../../domain/child/adults-of.js';
import { readOwn } from '../../domain/child/own-messages.js';
import { readAround } from '../../domain/child/read-around.js';
import { readPause } from '../../domain/child/read-pause.js';

/** The lists of messages: one line for each thread in the inbox, the archive and the trash, and one for each message in the other boxes. */
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
async function oldestReview(head: BoxHead, request: MessagingRequest): Promise<AwaitingReview | undefined> {
  if (!head.tabs.some(({ waits, count }) => waits === true && (count?.value ?? 0) > 0)) return undefined;
  const reviews = await readReviews(request, 1);
  const [line] = presentReviews(reviews, head, { ...request, problem: undefined, wait: undefined }).waiting;
  return line && { line, count: reviews.count };
}

interface InboxQuery {
  readonly door?: 'read' | 'reply' | undefined;
  readonly after?: string | undefined;
}

/** The first page of a pupil, or the list behind one of its doors. */
async function childInboxPage({ door, after }: InboxQuery, request: MessagingRequest): Promise<PageReply> {
  if (door === undefined && after === undefined) return childHomePage(request);
  if (door === 'reply') return listPage(await readAnswerable(after, request), 'reply', request);
  return listPage(await readBox({ ownerId: request.user.id, box: 'inbox', after }, request), 'read', request);
}

async function childBoxPage(
  { box, after }: { readonly box: Exclude<Box, 'inbox'>; readonly after?: string | undefined },
  request: MessagingRequest,
): Promise<PageReply> {
  const shown = await readBox({ ownerId: request.user.id, box, after }, request);
  return box === 'sent' ? childOwnPage(shown, request) : listPage(shown, box, request);
}

/** The lists of threads that tell of a reply that was begun. */
const WITH_DRAFTS: ReadonlySet<ChildList> = new Set(['read', 'reply', 'archive']);

async function listPage(shown: BoxPage, list: ChildList, request: MessagingRequest): Promise<PageReply> {
  const { directory, t, page, asset } = request;
  const authors = shown.lines.flatMap(({ message }) => message.authorId ?? []);
  const recipients =
    list === 'drafts'
      ? await readRecipients(
          shown.lines.map(({ message }) => message.id),
          request,
        )
      : new Map<string, never>();
  const named = personsOf([...recipients.values()].flat());
  const persons = await directory.persons([...new Set([...authors, ...named])]);
  const drafts = WITH_DRAFTS.has(list) ? await readThreadDrafts(shown.lines, request) : [];
  const model = presentChildList(shown, list, {
    ...request,
    persons,
    recipients,
    drafts,
    going: await goingWords(request),
  });
  return page(model.title, <ChildListView model={model} t={t} />, { styles: [asset(CHILD_SHEET)] });
}

/** All that a pupil has written, and what became of it. */
async function childOwnPage({ lines, next }: BoxPage, request: MessagingRequest): Promise<PageReply> {
  const { user, directory, t, url, page, asset } = request;
  const relations = await readAround(user.id, directory);
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
