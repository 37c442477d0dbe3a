// SPDX-License-Identifier: EUPL-1.2
import type { Thread } from '../../../domain/box/read-thread.js';
import type { ReplyTarget } from '../../../domain/box/reply-target.js';
import { replyPath } from '../../../paths.js';
import { planSentences, refusalSentence, sendLabel } from '../../../domain/write/plan-sentences.js';
import { presentQuiet } from '../write/arrival.presenter.js';
import type { ReplyModel } from './thread.model.js';
import type { ThreadReader } from './thread-reader.js';

/** The form that replies, with what happens when it is sent. */
export function presentReply(
  target: ReplyTarget,
  { persons }: Thread,
  reader: ThreadReader & { readonly body: string },
): ReplyModel {
  const { post, authorId, judgement, plan, all } = target;
  const { t, url, format, body } = reader;
  const name = (id: string): string => persons.get(id)?.displayName ?? t('person.gone');
  const quiet = presentQuiet(judgement ? [judgement] : [], { ...reader, persons });
  return {
    id: post.copy.id,
    actionUrl: url(replyPath(post.copy.id)),
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
    body,
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
      return [t('reply.later', { when: reader.format.when(judgement.until) })];
    case 'held':
      return [t('reply.held')];
    case 'refused':
      return [refusalSentence(judgement, reader)];
  }
}
