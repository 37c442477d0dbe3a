// SPDX-License-Identifier: EUPL-1.2
import { commonClasses, failedRule } from './failed-rule.js';
import type { HeldFor, Judgement, ProfilePair } from './judgement.js';
import type { MessageFacts } from './message-facts.js';
import type { QuietAudience } from './policy.js';
import { quietUntil } from './quiet-hours.js';

/** Judges one recipient by one profile of the sender and one of their own: the table, the breaker, moderation, quiet hours. */
export function judgePair(facts: MessageFacts, pair: ProfilePair, recipientId: string): Judgement {
  const { as, to } = pair;
  const reason = failedRule(facts, pair, recipientId);
  if (reason !== undefined) return { outcome: 'refused', reason, as, to };
  const moderated = judgeByTeachers(facts, pair, recipientId);
  // A refusal of a teacher does not wait for the end of a pause.
  if (moderated?.outcome === 'refused') return moderated;
  const breaker = facts.breakers[as];
  if (breaker !== undefined) return { outcome: 'refused', reason: 'stopped', breaker, as, to };
  if (moderated !== undefined) return moderated;
  if (as === 'head' && facts.sender.urgent === true) return { outcome: 'now', as, to };
  const quietFor = audienceOf(pair);
  const until = quietFor === 'staff' ? endOfChosenHours(recipientId, facts) : facts.quietUntil[quietFor];
  return until === undefined ? { outcome: 'now', as, to } : { outcome: 'later', until, quietFor, as, to };
}

/**
 * A message between pupils that a teacher refused, or that a teacher is still to accept. When the pupils share several classes, it is the
 * same class each time: the first one that somebody teaches, since a file may name their class beside that of the directory. Undefined when
 * nothing more is asked of teachers.
 */
function judgeByTeachers(facts: MessageFacts, pair: ProfilePair, recipientId: string): Judgement | undefined {
  if (pair.as !== 'pupil' || pair.to !== 'pupil') return undefined;
  const { acceptedFor, refusedFor, taught } = facts.sender;
  const classes = commonClasses(facts, pair, recipientId);
  if (classes.some((groupId) => acceptedFor?.has(groupId))) return undefined;
  if (classes.some((groupId) => refusedFor?.has(groupId)))
    return { outcome: 'refused', reason: 'not-accepted', ...pair };
  const heldFor = whyHeld(facts, recipientId);
  if (heldFor === undefined) return undefined;
  const taughtFirst = [...classes.filter((groupId) => taught?.has(groupId)), ...classes];
  return taughtFirst.map((groupId): Judgement => ({ outcome: 'held', groupId, heldFor, ...pair }))[0];
}

function whyHeld({ policy, sender: { wroteOftenTo } }: MessageFacts, recipientId: string): HeldFor | undefined {
  if (policy.moderated) return 'consent';
  return wroteOftenTo?.has(recipientId) === true ? 'burst' : undefined;
}

function audienceOf({ as, to }: ProfilePair): QuietAudience {
  if (as === 'pupil' || to === 'pupil') return 'pupils';
  return as === 'guardian' || to === 'guardian' ? 'families' : 'staff';
}

/** Staff among themselves choose their own hours. */
function endOfChosenHours(recipientId: string, { policy, now }: MessageFacts): Date | undefined {
  const chosen = policy.quietHours.staff.get(recipientId);
  return chosen === undefined ? undefined : quietUntil(now, chosen);
}
