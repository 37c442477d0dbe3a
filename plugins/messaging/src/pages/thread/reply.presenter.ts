// SPDX-License-Identifier: EUPL-1.2
import type { Thread } from '../../mailbox/read-thread.js';
import type { ReplyTarget } from '../../mailbox/reply-target.js';
import { replyPath } from '../../paths.js';
import { planSentences, refusalSentence, sendLabel } from '../../send/plan-sentences.js';
import type { ReplyModel } from './thread.model.js';
import type { ThreadReader } from './thread.presenter.js';

/** The form that replies, with what happens when it is sent. */
export function presentReply(
  { post, authorId, plan, all }: ReplyTarget,
  { persons }: Thread,
  reader: ThreadReader & { readonly body: string },
): ReplyModel {
  const { t, url, format, body } = reader;
  const refusal = plan.refused.get(authorId);
  const name = (id: string): string => persons.get(id)?.displayName ?? t('person.gone');
  return {
    actionUrl: url(replyPath(post.copy.id)),
    to: name(authorId),
    sentences: refusal ? [refusalSentence(refusal, reader)] : planSentences(plan, reader),
    isLater: plan.later.size > 0,
    isRefused: refusal !== undefined,
    sendLabel: sendLabel(plan, reader),
    all: all && {
      label: t('reply.all', { count: all.personIds.length }),
      to: t('reply.allNames', { names: format.list(all.personIds.map(name)) }),
      sentences: planSentences(all.plan, reader),
    },
    body,
  };
}
