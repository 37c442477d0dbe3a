// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { groupsOf } from './groups-of.js';
import type { FailedRule, ProfilePair } from './judgement.js';
import type { MessageFacts } from './message-facts.js';

const ADULTS_OF_SCHOOL: readonly Profile[] = ['teacher', 'head', 'staff'];

/** The rule of the policy by which a pair of profiles may not write; undefined if it may. */
export function failedRule(facts: MessageFacts, pair: ProfilePair, recipientId: string): FailedRule | undefined {
  const reach = facts.policy.rules[pair.as][pair.to];
  if (reach === 'no') return 'closed';
  if (isReply(facts, pair, recipientId)) return undefined;
  if (reach === 'reply') return 'reply-only';
  if (reach === 'own') return isOwn(facts, pair, recipientId) ? undefined : 'not-own';
  if (reach === 'teaches') return commonGroups(facts, pair, recipientId).length > 0 ? undefined : 'not-taught';
  return reach === 'class' && commonClasses(facts, pair, recipientId).length === 0 ? 'other-class' : undefined;
}

/** The classes that a pair of profiles has in common, in a fixed order. */
export function commonClasses(facts: MessageFacts, pair: ProfilePair, recipientId: string): string[] {
  const { groups } = facts.sender.relations;
  return commonGroups(facts, pair, recipientId)
    .filter((groupId) => groups.get(groupId)?.kind === 'class')
    .sort();
}

function commonGroups({ sender, senderGroups }: MessageFacts, { as, to }: ProfilePair, recipientId: string): string[] {
  const own = senderGroups[as];
  return [...groupsOf(recipientId, to, sender.relations)].filter((groupId) => own.has(groupId));
}

/** A reply to an adult of the school, as the profile by which they wrote. */
function isReply({ sender: { replyTo } }: MessageFacts, { to }: ProfilePair, recipientId: string): boolean {
  return replyTo?.authorId === recipientId && replyTo.as === to && ADULTS_OF_SCHOOL.includes(to);
}

function isOwn({ sender }: MessageFacts, { as }: ProfilePair, recipientId: string): boolean {
  const { childrenOf } = sender.relations;
  const [guardian, child] = as === 'guardian' ? [sender.personId, recipientId] : [recipientId, sender.personId];
  return childrenOf.get(guardian)?.has(child) === true;
}
