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
import { readBoxList } from '../../../domain/box/read-box-list.js';
import { readThread, type Thread } from '../../../domain/box/read-thread.js';
import { replyTarget, type ReplyTarget } from '../../../domain/box/reply-target.js';
import type { ShownAgain } from '../../../domain/box/shown-again.js';
import { CHILD_SHEET } from '../../../domain/child/child-sheet.js';
import { presentChildThread } from './child-thread.presenter.js';
import { ChildThreadView } from './child-thread.view.js';
import { reportedWords } from '../../../domain/reports/reported-words.js';
import { adultsOf } from '../../../domain/child/adults-of.js';
import { readCalled } from '../../../domain/child/read-called.js';
import { readAround } from '../../../domain/child/read-around.js';
import { readPause } from '../../../domain/child/read-pause.js';

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
  const notes = <OpeningNotes openings={await readOpenings(opened.threadId, request)} reader={request} />;
  if (isChild(request.user)) return childThreadPage(thread, { target, again, notes }, request);
  const list = presentBox(await readBoxList({ box: opened.box, after }, request), request, opened);
  const model = presentThread(thread, target, request, again);
  const head = await boxHead(opened.box, request);
  return page(
    thread.subject,
    <ThreadView head={head} list={list} model={model} t={t} notes={notes} />,
    again && { status: again.status },
  );
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
  /** Which head has opened the thread, and why. */
  readonly notes: VNode;
}

/** A message, or what became of the pupil's own one. */
async function childThreadPage(
  thread: Thread,
  { target, again, notes }: ChildThreadParts,
  request: MessagingRequest,
): Promise<PageReply> {
  const { user, db, directory, t, page, asset } = request;
  const relations = await readAround(user.id, directory);
  const { ofClass } = await adultsOf(user.id, relations, request);
  const decidedBy = thread.posts.flatMap(({ reviews, refusals }) =>
    [...reviews, ...refusals].flatMap((one) => one.decidedBy ?? []),
  );
  const called = { ...thread, persons: await readCalled(thread.persons.keys(), relations, request) };
  const model = presentChildThread(called, target, {
    ...request,
    readFirst: ofClass,
    isPaused: (await readPause(request)) !== undefined,
    again,
    deciders: await directory.persons(decidedBy),
    reported: await reportedWords(
      thread.posts.flatMap(({ refusals }) => refusals),
      user.id,
      db,
    ),
  });
  return page(model.title, <ChildThreadView model={model} notes={notes} t={t} />, {
    styles: [asset(CHILD_SHEET)],
    ...(again && { status: again.status }),
  });
}
