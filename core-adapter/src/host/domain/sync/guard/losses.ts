// SPDX-License-Identifier: EUPL-1.2
import type { GuardLimits } from '../../../../api/directory/directory-source.js';
import type { Capacity } from './capacity.js';
import type { RetentionCount } from './retention-count.js';
import type { RetentionStats } from './retention-stats.js';
import { SPANS, type Span } from './spans.js';

/** A loss that is too large. */
export interface Loss {
  readonly before: number;
  readonly after: number;
  readonly span?: Span;
  readonly share: string;
}

/**
 * The first comparison that fails. People lost during a span are added to the stored ones. A second comparison leaves out newcomers of the
 * span, since many newcomers would hide many losses.
 */
export function lossOf(stats: RetentionStats, capacity: Capacity, limits: GuardLimits): Loss | undefined {
  const { keep, keepInWeek, ignoreUnder } = limits;
  const atOnce = tooFew(stats.of(capacity), keep, ignoreUnder);
  if (atOnce) return atOnce;
  for (const span of SPANS) {
    // A loss that is allowed at once is allowed in a week.
    const share = span === 'day' ? keep : Math.min(keep, keepInWeek);
    for (const count of [stats.of(capacity, span), stats.since(capacity, span)]) {
      const loss = count && tooFew(count, share, ignoreUnder);
      if (loss) return { ...loss, span };
    }
  }
  return undefined;
}

/** Counts the same people: newcomers do not make up for losses, or a source that changed every key would pass. */
export function tooFew({ before, kept: after }: RetentionCount, keep: number, ignoreUnder: number): Loss | undefined {
  if (before === 0 || before - after < ignoreUnder || after / before >= keep) return undefined;
  return { before, after, share: `${percent(after / before)}, at least ${percent(keep)} expected` };
}

/** Rounds down: 89.6 % must not read as 90 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** The end of "9 of 10 pupils" in a sentence, by the period compared with. */
export const OF_SPAN = { now: '', day: ' of the last 24 hours', week: ' of the last 7 days' } as const;
