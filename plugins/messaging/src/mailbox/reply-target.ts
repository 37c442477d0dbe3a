// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../brick-types.js';
import { authorOf } from '../deliver/read-message.js';
import { planDelivery, type DeliveryPlan } from '../send/delivery-plan.js';
import { judgeMessage } from '../send/judge-message.js';
import type { Post, Thread } from './read-thread.js';

/** The message that a reply answers, and what would become of the reply at this instant. */
export interface ReplyTarget {
  readonly post: Post;
  readonly authorId: string;
  readonly plan: DeliveryPlan;
}

/** The newest message that the reader has received; undefined when there is none, or its author was erased. */
export async function replyTarget({ posts }: Thread, request: MessagingRequest): Promise<ReplyTarget | undefined> {
  const { user } = request;
  const received = posts.filter(({ copy }) => copy.box === 'inbox');
  const post = received.findLast(({ message }) => message.authorId !== user.id) ?? received.at(-1);
  const author = post && authorOf(post.message);
  if (!author) return undefined;
  const recipients = [{ person: author.authorId }];
  const { judgements } = await judgeMessage({ personId: user.id, replyTo: author }, recipients, request);
  return { post, authorId: author.authorId, plan: planDelivery(judgements) };
}
