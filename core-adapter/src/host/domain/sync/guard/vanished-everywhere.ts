// SPDX-License-Identifier: EUPL-1.2
import { PERSON_FACTS, type RetentionStats } from './retention-stats.js';
import type { Reason } from './verdict.js';

/**
 * Data that persons had before and nobody has now. Read rights are given by attribute: a directory can go on naming everybody without their
 * data.
 */
export function vanishedEverywhere(stats: RetentionStats, ignoreUnder: number): Reason[] {
  return (Object.keys(PERSON_FACTS) as (keyof typeof PERSON_FACTS)[]).flatMap((what): Reason[] => {
    const { before, after } = stats.having(what);
    if (before < ignoreUnder || after > 0) return [];
    const sentence = `Nobody has ${what} any more; ${before} had before. Check the rights and the mapping of the source.`;
    return [{ code: 'vanished-everywhere', before, after, sentence }];
  });
}
