// SPDX-License-Identifier: EUPL-1.2
import { matchClasses } from './match-classes.js';
import { BY_RULE, type ClassJoinRow } from './class-join.entity.js';
import type { SchoolClass, SchoolClasses } from './read-classes.js';

/** The next state of one class of another source. */
export interface JoinPlan {
  readonly groupId: string;
  /** The class that it is from now on; null: it stands for itself. */
  readonly to: string | null;
  /** The classes of the own source that it may be, for an administrator to decide. */
  readonly ask: readonly string[];
}

/**
 * Says for each class of another source which class of the own source it is. Pure. An answer of an administrator holds as long as the class
 * of the own source has pupils: a class that was joined stays joined, and one that was parted is not joined by rule any more. A class that
 * was joined by rule stays joined as long, and somebody is asked when its pupils are another class.
 */
export function planJoins({ own, others }: SchoolClasses, answers: readonly ClassJoinRow[]): JoinPlan[] {
  const filled = new Set(own.filter(({ pupils }) => pupils.size > 0).map(({ id }) => id));
  return others.map((other) => {
    const given = answers.filter(({ groupId }) => groupId === other.id);
    return {
      groupId: other.id,
      ...decide(other, { own, filled, given, partedBefore: findPartedBefore(answers, others) }),
    };
  });
}

/**
 * The classes of the own source from which a class was parted that has ended since: a file without codes gives a class another key with its
 * name, so that somebody is asked again.
 */
function findPartedBefore(answers: readonly ClassJoinRow[], others: SchoolClasses['others']): ReadonlySet<string> {
  const present = new Set(others.map(({ id }) => id));
  return new Set(
    answers.filter(({ state, groupId }) => state === 'different' && !present.has(groupId)).map(({ ownId }) => ownId),
  );
}

interface Known {
  readonly partedBefore: ReadonlySet<string>;
  readonly own: SchoolClasses['own'];
  readonly filled: ReadonlySet<string>;
  readonly given: readonly ClassJoinRow[];
}

function decide(other: SchoolClass, { own, filled, given, partedBefore }: Known): Omit<JoinPlan, 'groupId'> {
  const parted = new Set(given.filter(({ state }) => state === 'different').map(({ ownId }) => ownId));
  const { joinedTo } = other;
  const joined = given.find(({ ownId, state }) => state === 'same' && filled.has(ownId));
  if (joined && joined.decidedBy !== BY_RULE) return { to: joined.ownId, ask: [] };
  const named = joinedTo !== null && filled.has(joinedTo) && !parted.has(joinedTo) ? joinedTo : null;
  // A class of the own source that was gone for a night is the same one.
  const present = named ?? joined?.ownId ?? null;
  const match = matchClasses(
    other,
    own.filter(({ id }) => !parted.has(id)),
  );
  // A pupil of the file alone would lose the class that they have.
  if (present !== null)
    return { to: present, ask: match.answer === 'same' && match.own !== present ? [match.own] : [] };
  if (match.answer === 'same' && parted.size === 0 && !partedBefore.has(match.own)) return { to: match.own, ask: [] };
  if (match.answer === 'none') return { to: null, ask: [] };
  return { to: null, ask: match.answer === 'same' ? [match.own] : match.own };
}
