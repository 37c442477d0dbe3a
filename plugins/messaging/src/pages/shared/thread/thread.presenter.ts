// SPDX-License-Identifier: EUPL-1.2
import type { Move } from '../../../domain/box/move-thread.js';
import type { Thread } from '../../../domain/box/read-thread.js';
import type { ReplyTarget } from '../../../domain/box/reply-target.js';
import type { ShownAgain } from '../../../domain/box/shown-again.js';
import { boxPath, movePath, threadPath, replyPath } from '../../../paths.js';
import type { Box } from '../../../store/copy.entity.js';
import type { StandingDraft } from '../../../domain/write/standing-reply.js';
import { presentReplyFiles } from '../files/files.presenter.js';
import { presentPost } from './post.presenter.js';
import type { MoveModel, ThreadModel, ReplyModel, ReplyProblem } from './thread.model.js';
import type { ThreadReader } from './thread-reader.js';
import { planSentences, refusalSentence, sendLabel } from '../../../domain/write/plan-sentences.js';
import { presentQuiet } from '../write/arrival.presenter.js';

/** The reply as it was typed before. */
interface ReplyState {
  readonly again?: ShownAgain | undefined;
  readonly standing?: StandingDraft | undefined;
}

const MOVES_FROM: Readonly<Record<Box, readonly Move[]>> = {
  inbox: ['archive', 'trash', 'unread'],
  sent: ['archive', 'trash'],
  archive: ['restore', 'trash'],
  trash: ['restore'],
  drafts: [],
};
const ICONS: Readonly<Record<Move, string>> = {
  archive: 'archive',
  trash: 'trash3',
  restore: 'arrow-counterclockwise',
  unread: 'envelope',
};

export function presentThread(
  thread: Thread,
  target: ReplyTarget | undefined,
  reader: ThreadReader,
  { again, standing }: ReplyState = {},
): ThreadModel {
  const { opened, subject, posts, older, newest } = thread;
  const { t, url } = reader;
  const move = (to: Move): MoveModel => ({ to, icon: ICONS[to], label: t(`move.${to}`) });
  return {
    subject: subject === '' ? t('box.noSubject') : subject,
    backUrl: url(boxPath(opened.box)),
    problem: presentProblem({ again, standing }),
    moveUrl: url(movePath(opened.id)),
    moves: MOVES_FROM[opened.box].map(move),
    olderUrl: older === undefined ? undefined : url(threadPath(older)),
    newestUrl: newest === undefined ? undefined : url(threadPath(newest)),
    posts: posts.map((post) => presentPost(post, { thread, target }, reader)),
    reply: target && presentReply(target, thread, { ...reader, again, standing }),
  };
}

/** Why a form was not taken. Of two texts of one reply, the page has that of the form below, and here that of its draft. */
export function presentProblem({ again, standing }: ReplyState): ReplyProblem | undefined {
  if (!again) return undefined;
  const { status, problem: sentence, body } = again;
  const other = status === 409 && body !== undefined ? standing?.body : undefined;
  return { sentence, isField: status === 400, other: other === '' || other === body ? undefined : other };
}

/** The form that replies, with what happens when it is sent. */
function presentReply(target: ReplyTarget, { persons }: Thread, reader: ThreadReader & ReplyState): ReplyModel {
  const { post, authorId, judgement, plan, all } = target;
  const { t, url, format, again, standing } = reader;
  const name = (id: string): string => persons.get(id)?.displayName ?? t('person.gone');
  const quiet = presentQuiet(judgement ? [judgement] : [], { ...reader, persons });
  return {
    id: post.copy.id,
    actionUrl: url(replyPath(post.copy.id)),
    keepAs: `${post.copy.threadId} ${authorId}`,
    to: name(authorId),
    time: quiet?.time,
    sentences: [...(quiet ? [quiet.text] : []), ...arrival(target, name(authorId), reader)],
    isRefused: plan.refused.has(authorId),
    sendLabel: sendLabel(plan, reader),
    all: all && {
      label: t('reply.all', { count: all.personIds.length }),
      to: t('reply.allNames', { names: format.list(all.personIds.map(name)) }),
      sentences: planSentences(all.plan, reader),
    },
    body: again?.body ?? standing?.body ?? '',
    joined: presentReplyFiles(standing, reader),
  };
}

/** When the author of the message receives the reply, or why not. */
function arrival({ judgement }: ReplyTarget, name: string, reader: ThreadReader): string[] {
  const { t } = reader;
  switch (judgement?.outcome) {
    case undefined:
      return [];
    case 'now':
      return [t('reply.now', { name })];
    case 'later':
      // The sentence about the school or its families has the hour.
      return judgement.quietFor === 'staff' ? [t('reply.later', { when: reader.format.when(judgement.until) })] : [];
    case 'held':
      return [t('reply.held')];
    case 'refused':
      return [refusalSentence(judgement, reader)];
  }
}
