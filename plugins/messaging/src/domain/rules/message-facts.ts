// SPDX-License-Identifier: EUPL-1.2
import { activeBreaker } from './active-breaker.js';
import { byProfile, type ByProfile } from './by-profile.js';
import { groupsOf } from './groups-of.js';
import { effectivePolicy } from './guard-rails.js';
import type { Breaker, Policy } from './policy.js';
import { quietUntil } from './quiet-hours.js';
import type { Sender } from './sender.js';

/** Facts that are the same for all recipients of a message. */
export interface MessageFacts {
  readonly sender: Sender;
  /** The policy within the guard rails. */
  readonly policy: Policy;
  readonly now: Date;
  readonly senderGroups: ByProfile<ReadonlySet<string>>;
  readonly breakers: ByProfile<Breaker | undefined>;
  /** The end of the quiet hours for messages from or to pupils, and between families and the school; undefined where it is not quiet. */
  readonly quietUntil: { readonly pupils: Date | undefined; readonly families: Date | undefined };
}

/** Gathers once what each recipient is judged by: quiet hours and groups of the sender take longer than a recipient. */
export function gatherFacts(sender: Sender, policy: Policy, now: Date): MessageFacts {
  const { pupils, families } = policy.quietHours;
  return {
    sender,
    policy: effectivePolicy(policy),
    now,
    senderGroups: byProfile((profile) => new Set(groupsOf(sender.personId, profile, sender.relations))),
    breakers: byProfile((profile) => activeBreaker(profile, policy, now)),
    quietUntil: { pupils: quietUntil(now, pupils), families: quietUntil(now, families) },
  };
}
