// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';
import { planDelivery, type DeliveryPlan } from '../message/delivery-plan.js';
import { colleaguesOf } from '../message/judge-message.js';
import { taughtClassesOf } from '../message/relations-for.js';
import { wroteOftenTo } from '../message/wrote-often-to.js';
import { readPolicy, type PolicyReader } from '../policy/read-policy.js';
import { canWrite } from '../rules/can-write.js';
import { expandRecipients } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import type { ReviewState } from '../../store/review.entity.js';
import type { StoredMessage } from '../message/read-message.js';

interface JudgingTools extends PolicyReader {
  readonly directory: Pick<SchoolDirectory, 'membersAtEnd' | 'countByGroup'>;
}

/** Asks the rules about a message as it is stored: with what teachers decided, and for people without a copy yet. */
export async function judgeStored(
  {
    message,
    judged: recipients,
    replyTo,
    replyToAll,
    reviews,
    owners,
  }: StoredMessage & { readonly message: { readonly authorId: string } },
  relations: Relations,
  reader: JudgingTools,
): Promise<{ readonly plan: DeliveryPlan; readonly due: readonly string[] }> {
  const { authorId, urgent } = message;
  const classesWith = async (wanted: ReviewState): Promise<ReadonlySet<string>> => {
    const decided = reviews.filter(({ state }) => state === wanted).map(({ groupId }) => groupId);
    const followed = await Promise.all(decided.map((groupId) => nowInPlaceOf(groupId, authorId, relations, reader)));
    return new Set([...decided, ...followed.flat()]);
  };
  const policy = await readPolicy(reader, colleaguesOf(authorId, relations));
  const { persons: personIds } = expandRecipients(recipients, { personId: authorId, relations });
  const { id, sentAt } = message;
  const again = { id, sentAt, heldAt: reviews.find(({ state }) => state === 'waiting')?.heldAt };
  const sender = {
    personId: authorId,
    relations,
    urgent,
    wroteOftenTo: await wroteOftenTo({ authorId, personIds, relations, policy, message: again }, reader),
    acceptedFor: await classesWith('accepted'),
    refusedFor: await classesWith('refused'),
    taught: await taughtClassesOf(authorId, relations, reader.directory),
    replyToAll,
    ...(replyTo && { replyTo }),
  };
  const { judgements } = canWrite(sender, recipients, policy, reader.clock.now());
  const plan = planDelivery(new Map([...judgements].filter(([personId]) => !owners.has(personId))));
  return { plan, due: plan.now };
}

/**
 * The groups in which the author of a message now is with others of a class that has ended since, as when a class gets another key: a decision
 * of its teachers counts for these.
 */
async function nowInPlaceOf(
  groupId: string,
  authorId: string,
  { groups, memberOf }: Relations,
  { directory }: JudgingTools,
): Promise<readonly string[]> {
  if (groups.has(groupId)) return [];
  const former = await directory.membersAtEnd(groupId, 'pupil');
  if (!former.includes(authorId)) return [];
  const shared = former.filter((id) => id !== authorId).flatMap((id) => [...(memberOf.get(id) ?? [])]);
  return shared.filter((id) => memberOf.get(authorId)?.has(id) === true);
}
