// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import type { Post, Thread } from '../../mailbox/read-thread.js';
import type { ReplyTarget } from '../../mailbox/reply-target.js';
import { INBOX_PATH, replyPath, SENT_PATH } from '../../paths.js';
import { planSentences, refusalSentence, sendLabel } from '../../send/plan-sentences.js';
import { initialsOf } from '../initials.js';
import { parseText } from '../../text/parse-text.js';
import { recipientLabel } from '../recipient-labels.js';
import type { PostModel, ReplyModel, ThreadModel } from './thread.model.js';

type ThreadReader = Pick<MessagingRequest, 't' | 'format' | 'url' | 'user'>;

export function presentThread(thread: Thread, target: ReplyTarget | undefined, reader: ThreadReader): ThreadModel {
  const { url } = reader;
  const isSentOnly = thread.posts.every(({ copy }) => copy.box === 'sent');
  return {
    subject: thread.subject,
    backUrl: url(isSentOnly ? SENT_PATH : INBOX_PATH),
    posts: thread.posts.map((post) => presentPost(post, thread, reader)),
    reply: target && presentReply(target, thread, reader),
  };
}

function presentPost(post: Post, thread: Thread, { t, format, user }: ThreadReader): PostModel {
  const { copy, message, body, own } = post;
  const from = (message.authorId && thread.persons.get(message.authorId)?.displayName) || t('person.gone');
  const refused = own?.reviews.find(({ state }) => state === 'refused');
  const labels = { t, persons: thread.persons, groups: thread.groups };
  return {
    id: copy.id,
    from: own ? t('thread.you') : from,
    initials: initialsOf(own ? user.displayName : from),
    isOwn: own !== undefined,
    when: format.moment(copy.at),
    text: parseText(body),
    to: own && format.list(own.recipients.map((recipient) => recipientLabel(recipient, labels))),
    state: own && message.state,
    word: refused && (refused.word ?? t('review.overdue')),
    readers:
      own?.readers && own.readers.total > 0
        ? t('thread.readers', { count: own.readers.total, read: own.readers.read })
        : undefined,
  };
}

function presentReply({ post, authorId, plan }: ReplyTarget, { persons }: Thread, reader: ThreadReader): ReplyModel {
  const { t, url } = reader;
  const refusal = plan.refused.get(authorId);
  return {
    actionUrl: url(replyPath(post.copy.id)),
    to: persons.get(authorId)?.displayName ?? t('person.gone'),
    sentences: refusal ? [refusalSentence(refusal, reader)] : planSentences(plan, reader),
    isRefused: refusal !== undefined,
    sendLabel: sendLabel(plan, reader),
  };
}
