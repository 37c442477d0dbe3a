// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { judgePair } from './judge-pair.js';
import { morePermissive, type Judgement } from './judgement.js';
import { gatherFacts, type MessageFacts } from './message-facts.js';
import { namingLimit } from './naming-limit.js';
import type { Policy } from './policy.js';
import { expandRecipients, type Recipient } from './recipients.js';
import type { Relations } from './relations.js';
import type { Sender } from './sender.js';

/** The order in which profiles are tried, so that the same pair is told each time when two pairs permit the same. */
const PROFILES_IN_ORDER: readonly Profile[] = ['head', 'teacher', 'staff', 'guardian', 'pupil'];

/** The fate of a message. */
export interface Answer {
  /** The profile by which the sender writes: the first of head, teacher, staff, guardian, pupil who reaches somebody. */
  readonly as: Profile | undefined;
  /** Each recipient once. */
  readonly judgements: ReadonlyMap<string, Judgement>;
}

/**
 * Says for each recipient whether a message reaches them, and when. The single place where this is decided: every path asks it before a
 * message is sent, and again when it is delivered. A message to oneself is always allowed.
 * @example
 * const { judgements } = canWrite({ personId, relations }, [{ group: classId, profile: 'guardian' }], policy, clock.now());
 */
export function canWrite(sender: Sender, recipients: readonly Recipient[], policy: Policy, now: Date): Answer {
  const { persons, named } = expandRecipients(recipients, sender);
  const judgements = judgeEach(sender, persons, named, policy, now);
  const used = new Set([...judgements.values()].map((judgement) => judgement.outcome !== 'refused' && judgement.as));
  return { as: PROFILES_IN_ORDER.find((profile) => used.has(profile)), judgements };
}

/** For pages that offer recipients: judges each person by themselves, whatever their number. */
export function judgeCandidates(
  sender: Sender,
  personIds: ReadonlySet<string>,
  policy: Policy,
  now: Date,
): Answer['judgements'] {
  return judgeEach(sender, personIds, 0, policy, now);
}

function judgeEach(
  sender: Sender,
  personIds: ReadonlySet<string>,
  named: number,
  policy: Policy,
  now: Date,
): Answer['judgements'] {
  const profiles = profilesOf(sender.personId, sender.relations);
  const facts = gatherFacts(sender, policy, now);
  const refusal = refusalOfAll(profiles, named);
  return new Map(
    [...personIds].map((personId) => [
      personId,
      judgeSelf(facts, profiles, personId) ?? refusal ?? judgeRecipient(facts, profiles, personId),
    ]),
  );
}

function refusalOfAll(profiles: readonly Profile[], named: number): Judgement | undefined {
  if (profiles.length === 0) return { outcome: 'refused', reason: 'sender-left' };
  const limit = namingLimit(profiles);
  return named > limit ? { outcome: 'refused', reason: 'too-many', named, limit } : undefined;
}

function judgeSelf({ sender }: MessageFacts, [as]: readonly Profile[], recipientId: string): Judgement | undefined {
  return recipientId === sender.personId && as !== undefined ? { outcome: 'now', as, to: as } : undefined;
}

function judgeRecipient(facts: MessageFacts, profiles: readonly Profile[], recipientId: string): Judgement {
  const judgements = profilesOf(recipientId, facts.sender.relations).flatMap((to) =>
    profiles.map((as) => judgePair(facts, { as, to }, recipientId)),
  );
  return judgements.reduce<Judgement>(morePermissive, { outcome: 'refused', reason: 'recipient-left' });
}

function profilesOf(personId: string, { profiles }: Relations): readonly Profile[] {
  return PROFILES_IN_ORDER.filter((profile) => profiles.get(personId)?.includes(profile));
}
