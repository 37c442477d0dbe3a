// SPDX-License-Identifier: EUPL-1.2
import { SPANS, type Span } from '../guard/spans.js';
import type { Loss } from './read-losses.js';

interface LeaversOptions {
  /** The beginning of a span in a school, in milliseconds. */
  readonly since: (span: Span, uai: string) => number;
  /** Whether a person is in a group now. @param group a `groupKey` */
  readonly isIn: (key: string, group: string) => boolean;
}

/**
 * Finds pupils that had another class when a span began: the class that they left first in the span is not theirs now. Pupils that are
 * back have left their later class, too, and have the one of the beginning.
 * @param losses memberships in classes that ended
 * @returns the spans of a person, by key, in a school
 */
export function findClassLeavers(
  losses: readonly Loss[],
  { since, isIn }: LeaversOptions,
): (key: string, uai: string) => readonly Span[] {
  const byPerson = new Map<string, Loss[]>();
  for (const loss of losses) {
    const of = `${loss.uai} ${loss.key}`;
    byPerson.set(of, [...(byPerson.get(of) ?? []), loss]);
  }
  return (key, uai) => {
    const left = byPerson.size === 0 ? undefined : byPerson.get(`${uai} ${key}`);
    if (!left) return [];
    return SPANS.filter((span) => {
      const inSpan = left.filter(({ until }) => until.getTime() > since(span, uai));
      const first = Math.min(...inSpan.map(({ until }) => until.getTime()));
      const atBeginning = inSpan.filter(({ until }) => until.getTime() === first);
      return atBeginning.length > 0 && !atBeginning.some(({ group = '' }) => isIn(key, group));
    });
  };
}
