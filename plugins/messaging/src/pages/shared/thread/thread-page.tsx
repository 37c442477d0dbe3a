// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { MessagingRequest } from '../../../brick-types.js';
import { isChild } from '../../../domain/child/is-child.js';
import { childThreadPage } from './child-thread-page.js';
import { boxHead } from '../box-tabs.js';
import { presentBox } from '../box/box.presenter.js';
import { OpeningNotes } from './opening-notes.view.js';
import { presentThread } from './thread.presenter.js';
import { ThreadView } from './thread.view.js';
import { readOpenings } from '../../../domain/reports/read-openings.js';
import { CopyRow } from '../../../store/copy.entity.js';
import { readBoxList } from '../../../domain/box/read-box-list.js';
import { readThread, type Thread } from '../../../domain/box/read-thread.js';
import { replyTarget } from '../../../domain/box/reply-target.js';
import type { ShownAgain } from '../../../domain/box/shown-again.js';

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

/** The messages that the page shows, and none that came meanwhile: their authors may still take them back. */
async function markRead({ posts }: Thread, { db, clock }: MessagingRequest): Promise<void> {
  const unread = posts.flatMap(({ copy }) => (copy.readAt === null ? [copy.id] : []));
  if (unread.length === 0) return;
  await db.repository(CopyRow).update({ id: In(unread), readAt: IsNull() }, { readAt: clock.now() });
}
