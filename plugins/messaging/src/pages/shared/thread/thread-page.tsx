// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { VNode } from 'preact';
import type { MessagingRequest } from '../../../brick-types.js';
import { isChild } from '../../../domain/child/is-child.js';
import { boxHead } from '../box-tabs.js';
import { presentBox } from '../box/box.presenter.js';
import { OpeningNotes } from './opening-notes.view.js';
import { presentThread } from './thread.presenter.js';
import { ThreadView } from './thread.view.js';
import { readOpenings } from '../../../domain/reports/read-openings.js';
import { CopyRow } from '../../../store/copy.entity.js';
import { draftsInThreads } from '../../../domain/box/drafts-in-threads.js';
import { readBoxList, type BoxList } from '../../../domain/box/read-box-list.js';
import { readThread, type Thread } from '../../../domain/box/read-thread.js';
import { replyTarget, type ReplyTarget } from '../../../domain/box/reply-target.js';
import type { ShownAgain } from '../../../domain/box/shown-again.js';
import { CHILD_SHEET } from '../../../domain/child/child-sheet.js';
import { presentChildThread } from './child-thread.presenter.js';
import { ChildThreadView } from './child-thread.view.js';
import { onPage, pupilsQuietUntil } from '../../../domain/policy/read-policy.js';
import { reportedWords } from '../../../domain/reports/reported-words.js';
import { adultsOf } from '../../../domain/child/adults-of.js';
import { readCalled } from '../../../domain/child/read-called.js';
import { readAround } from '../../../domain/child/read-around.js';
import { standingDraft, type StandingDraft } from '../../../domain/write/standing-reply.js';
import { readPause } from '../../../domain/child/read-pause.js';

const REPLY_SCRIPT = 'reply.js';

/**
 * A thread beside the list of its box.
 * @param after the copy with which the page of the list before ended
 */
export async function threadPage(
  opened: CopyRow,
  request: MessagingRequest,
  { after, again }: { readonly after?: string | undefined; readonly again?: ShownAgain } = {},
): Promise<PageReply> {
  const { page, t } = request;
  const thread = await readThread(opened, request);
  await markRead(thread, request);
  const target = opened.box === 'trash' ? undefined : await replyTarget(thread, request);
  const list = isChild(request.user) ? undefined : await readBoxList({ box: opened.box, after }, request);
  const standing =
    target && (await standingDraft(await draftsBeside(opened, list, request), target.authorId, request.db));
  const notes = <OpeningNotes openings={await readOpenings(opened.threadId, request)} reader={request} />;
  if (!list) return childThreadPage(thread, { target, again, standing, notes }, request);
  const model = presentThread(thread, target, request, { again, standing });
  const head = await boxHead(opened.box, request);
  return page(
    thread.subject,
    <ThreadView head={head} list={presentBox(list, request, opened)} model={model} t={t} notes={notes} />,
    { scripts: [request.asset(REPLY_SCRIPT)], ...(again && { status: again.status }) },
  );
}

/** The reader's drafts in the thread, which the list has read where it has the thread. */
async function draftsBeside(
  { ownerId, threadId, box }: CopyRow,
  list: BoxList | undefined,
  { db }: MessagingRequest,
): Promise<readonly CopyRow[]> {
  const isListed = list?.lines.some(({ copy }) => copy.threadId === threadId) === true;
  if (!list || !isListed || box === 'sent') return draftsInThreads({ ownerId, threadIds: [threadId] }, db);
  return list.drafts.map(({ copy }) => copy).filter((copy) => copy.threadId === threadId);
}

/** Marks the messages that the page shows as read, and none that came meanwhile: their authors may still take them back. */
async function markRead({ posts }: Thread, { db, clock }: MessagingRequest): Promise<void> {
  const unread = posts.flatMap(({ copy }) => (copy.readAt === null ? [copy.id] : []));
  if (unread.length === 0) return;
  await db.repository(CopyRow).update({ id: In(unread), readAt: IsNull() }, { readAt: clock.now() });
}

interface ChildThreadParts {
  readonly target: ReplyTarget | undefined;
  readonly again: ShownAgain | undefined;
  readonly standing: StandingDraft | undefined;
  /** Which head has opened the thread, and why. */
  readonly notes: VNode;
}

/** A message, or what became of the pupil's own one. */
async function childThreadPage(
  thread: Thread,
  { target, again, standing, notes }: ChildThreadParts,
  request: MessagingRequest,
): Promise<PageReply> {
  const { user, db, directory, t, page, asset } = request;
  const relations = await readAround(user.id, directory);
  const { ofClass } = await adultsOf(user.id, relations, request);
  const decidedBy = thread.posts.flatMap(({ reviews, refusals }) =>
    [...reviews, ...refusals].flatMap((one) => one.decidedBy ?? []),
  );
  const isWaiting = thread.posts.some(({ isOwn, message }) => isOwn && message.state === 'waiting');
  const called = { ...thread, persons: await readCalled(thread.persons.keys(), relations, request) };
  const model = presentChildThread(called, target, {
    ...request,
    readFirst: ofClass,
    isPaused: (await readPause(request)) !== undefined,
    arrives: isWaiting ? await pupilsQuietUntil(onPage(request)) : undefined,
    again,
    standing,
    deciders: await directory.persons(decidedBy),
    reported: await reportedWords(
      thread.posts.flatMap(({ refusals }) => refusals),
      user.id,
      db,
    ),
  });
  return page(model.title, <ChildThreadView model={model} notes={notes} t={t} />, {
    scripts: [asset(REPLY_SCRIPT)],
    styles: [asset(CHILD_SHEET)],
    ...(again && { status: again.status }),
  });
}
