// SPDX-License-Identifier: EUPL-1.2

/** How far back the guard looks. */
export const SPANS = ['day', 'week'] as const;
export type Span = (typeof SPANS)[number];

const HOUR = 3_600_000;

/** In milliseconds; an hour less, so that a sync at four does not count what yesterday's at four did. */
export const SPAN_TIME: Readonly<Record<Span, number>> = { day: 23 * HOUR, week: (7 * 24 - 1) * HOUR };

/** How the directory stood when a span began: what was lost since, and who is new since. */
export interface Baseline {
  /** Whether the source was applied before the span began, or before somebody approved what the school lost since. */
  isKnown(span: Span, uai: string): boolean;
  /** Spans at whose beginning a person was nothing in a school. @param key of the person */
  spansWithout(key: string, uai: string): readonly Span[];
  /** How many lost it since and have not got it back. @param capacity a UAI and a `Capacity` */
  lost(span: Span, capacity: string): number;
}

export const NO_BASELINE: Baseline = { isKnown: () => false, spansWithout: () => [], lost: () => 0 };
