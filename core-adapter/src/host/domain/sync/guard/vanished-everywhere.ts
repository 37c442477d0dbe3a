// SPDX-License-Identifier: EUPL-1.2
import { PERSON_FACTS, type PersonFact, type RetentionStats } from './retention-stats.js';
import type { Reason } from './verdict.js';

/** Facts that go with another one: a directory that shows no group shows no class either. */
const PART_OF: Readonly<Partial<Record<PersonFact, PersonFact>>> = {
  'a class': 'a group',
  'a class to teach': 'a group to teach',
};

/**
 * Data that persons had before and nobody has now. Read rights are given by attribute: a directory can go on naming everybody without their
 * data.
 */
export function vanishedEverywhere(stats: RetentionStats, ignoreUnder: number): Reason[] {
  const isGone = (what: PersonFact): boolean => {
    const { before, after } = stats.having(what);
    return before >= ignoreUnder && after === 0;
  };
  return (Object.keys(PERSON_FACTS) as PersonFact[]).flatMap((what): Reason[] => {
    const whole = PART_OF[what];
    if (!isGone(what) || (whole !== undefined && isGone(whole))) return [];
    const { before, after } = stats.having(what);
    const sentence = `Nobody has ${what} any more; ${before} had before. Check the rights and the mapping of the source.`;
    return [{ code: 'vanished-everywhere', before, after, sentence }];
  });
}
