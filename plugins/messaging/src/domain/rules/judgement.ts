// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { Breaker, QuietAudience } from './policy.js';

/**
 * Why a pair of profiles may not write: the school closed it, no common class, not their child or guardian, not a teacher of the pupil
 * or child, or only in reply.
 */
export type FailedRule = 'closed' | 'other-class' | 'not-own' | 'not-taught' | 'reply-only';

/** The profiles by which a sender and a recipient were judged. */
export interface ProfilePair {
  readonly as: Profile;
  readonly to: Profile;
}

/** Why a teacher reads first: everything between pupils, or what comes after many messages to one classmate. */
export type HeldFor = 'consent' | 'burst';

/** The fate of one recipient's part, by the pair of profiles that permits the most. */
export type Judgement = Delivered | Refused;

type Delivered = ProfilePair &
  (
    | { readonly outcome: 'now' }
    /** Waits for the end of quiet hours, and is judged again then. */
    | { readonly outcome: 'later'; readonly until: Date; readonly quietFor: QuietAudience }
    /** Waits until a teacher of the class accepts it, and is judged again then. */
    | { readonly outcome: 'held'; readonly groupId: string; readonly heldFor: HeldFor }
  );

type Refused = { readonly outcome: 'refused' } & (
  | (ProfilePair & { readonly reason: FailedRule })
  /** The message waits until the breaker ends, and is judged again. */
  | (ProfilePair & { readonly reason: 'stopped'; readonly breaker: Breaker })
  /** The whole message names more recipients than the sender may. */
  | { readonly reason: 'too-many'; readonly named: number; readonly limit: number }
  /** A teacher of the class refused the message. */
  | (ProfilePair & { readonly reason: 'not-accepted' })
  /** The sender, or the recipient, has no profile in the school. */
  | { readonly reason: 'sender-left' | 'recipient-left' }
);

/**
 * The order of refusals, the most helpful first: those that come to an end, those with an alternative, the profile that the rule is about.
 */
const REFUSALS: Readonly<Record<Refused['reason'], number>> = {
  'sender-left': 0,
  'recipient-left': 0,
  'too-many': 0,
  closed: 1,
  'other-class': 2,
  'not-own': 3,
  'not-taught': 4,
  'reply-only': 5,
  'not-accepted': 6,
  stopped: 7,
};
const HELD = 8;
/** An instant after all others, in milliseconds. */
const END_OF_TIME = 1e16;

/** The judgement that permits more; the first one if both permit the same. */
export function morePermissive(one: Judgement, other: Judgement): Judgement {
  return rankOf(one) < rankOf(other) ? other : one;
}

function rankOf(judgement: Judgement): number {
  switch (judgement.outcome) {
    case 'now':
      return Infinity;
    case 'later':
      return END_OF_TIME - judgement.until.getTime();
    case 'held':
      return HELD;
    case 'refused':
      return REFUSALS[judgement.reason];
  }
}
