// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { VNode } from 'preact';
import type { MessagingRequest } from '../../../brick-types.js';
import { CHILD_SHEET } from '../../../domain/child/child-sheet.js';
import type { Thread } from '../../../domain/box/read-thread.js';
import type { ReplyTarget } from '../../../domain/box/reply-target.js';
import type { ShownAgain } from '../../../domain/box/shown-again.js';
import { presentChildThread } from './child-thread.presenter.js';
import { ChildThreadView } from './child-thread.view.js';
import { reportedWords } from '../../../domain/reports/reported-words.js';
import { adultsOf } from '../../../domain/child/adults-of.js';
import { readCalled } from '../../../domain/child/read-called.js';
import { readPause } from '../../../domain/child/read-pause.js';

interface ChildThreadParts {
  readonly target: ReplyTarget | undefined;
  readonly again: ShownAgain | undefined;
  /** Which head has opened the thread, and why. */
  readonly notes: VNode;
}

/** A message, or what became of the pupil's own one. */
export async function childThreadPage(
  thread: Thread,
  { target, again, notes }: ChildThreadParts,
  request: MessagingRequest,
): Promise<PageReply> {
  const { user, db, directory, t, page, asset } = request;
  const relations = await directory.relations();
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
    scripts: [asset('listen.js')],
    styles: [asset(CHILD_SHEET)],
    ...(again && { status: again.status }),
  });
}
