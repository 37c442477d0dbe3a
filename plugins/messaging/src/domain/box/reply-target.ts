// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { authorOf } from '../message/read-message.js';
import type { Judgement } from '../rules/judgement.js';
import { replyToAll } from '../rules/reply-to-all.js';
import { onPage } from '../policy/read-policy.js';
import type { Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import { planDelivery, type DeliveryPlan } from '../message/delivery-plan.js';
import { judgeMessage } from '../message/judge-message.js';
import type { CopyRow } from '../../store/copy.entity.js';
import type { MessageRow } from '../../store/message.entity.js';
import type { Post, Thread } from './read-thread.js';

/** The message that a reply answers, and what would become of the reply at this instant. */
export interface ReplyTarget {
  readonly post: Post;
  readonly authorId: string;
  readonly judgement: Judgement | undefined;
  readonly plan: DeliveryPlan;
  /** A reply to all: undefined where it would reach nobody but the author. */
  readonly all: { readonly personIds: readonly string[]; readonly plan: DeliveryPlan } | undefined;
}

/** Whether its owner has received the copy, and it was neither taken back nor thrown away. */
export function isReceived({ box, ownerId, recalledAt }: CopyRow, { authorId }: Pick<MessageRow, 'authorId'>): boolean {
  if (recalledAt !== null) return false;
  return box === 'inbox' || (box === 'archive' && authorId !== ownerId);
}

/**
 * The message that the address names if the reader has received it, else the newest that they have; undefined when there is none, or
 * its author was erased.
 */
export async function replyTarget(
  { posts, opened, relations, related }: Thread,
  request: MessagingRequest,
): Promise<ReplyTarget | undefined> {
  const received = posts.filter(({ copy, message }) => isReceived(copy, message));
  const post =
    received.find(({ copy, isOwn }) => copy.id === opened.id && !isOwn) ??
    received.findLast(({ isOwn }) => !isOwn) ??
    received.at(-1);
  const author = post && authorOf(post.message);
  if (!author) return undefined;
  const { authorId } = author;
  const { user, directory } = request;
  const tools = onPage({
    ...request,
    directory: {
      people: directory.people,
      countByGroup: directory.countByGroup,
      relations: (among?: readonly string[]): Promise<Relations> =>
        among?.every((id) => related.has(id)) ? Promise.resolve(relations) : directory.relations(among),
    },
  });
  const { judgements } = await judgeMessage({ personId: user.id, replyTo: author }, [{ person: authorId }], tools);
  const allIds = await reachedByAll(post.message, post.recipients, request);
  const all = allIds.length > 1 ? await judgeAll(author, allIds, request) : undefined;
  return { post, authorId, judgement: judgements.get(authorId), plan: planDelivery(judgements), all };
}

/** The people that a reply to all reaches: the people that the message names, as far as the user may write to them. */
export async function reachedByAll(
  message: MessageRow,
  recipients: readonly Recipient[],
  request: MessagingRequest,
): Promise<readonly string[]> {
  const author = authorOf(message);
  if (!author) return [];
  const ids = replyToAll(request.user.id, { authorId: author.authorId, recipients, isApart: message.apart === true });
  if (ids.length < 2) return [];
  const { plan } = await judgeAll(author, ids, request);
  return ids.filter((id) => !plan.refused.has(id));
}

async function judgeAll(
  replyTo: NonNullable<ReturnType<typeof authorOf>>,
  personIds: readonly string[],
  request: MessagingRequest,
): Promise<{ readonly personIds: readonly string[]; readonly plan: DeliveryPlan }> {
  const sender = { personId: request.user.id, replyTo, replyToAll: new Set(personIds) };
  const { judgements } = await judgeMessage(
    sender,
    personIds.map((person) => ({ person })),
    request,
  );
  return { personIds, plan: planDelivery(judgements) };
}
