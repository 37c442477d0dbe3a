// SPDX-License-Identifier: EUPL-1.2

import type { Capacity } from './capacity.js';

/** The periods that the guard looks back on. */
export const SPANS = ['day', 'week'] as const;
export type Span = (typeof SPANS)[number];

const HOUR = 3_600_000;

/** Lengths in milliseconds; one hour less, so that a sync at four does not count the changes of yesterday's sync at four. */
export const SPAN_TIME: Readonly<Record<Span, number>> = { day: 23 * HOUR, week: (7 * 24 - 1) * HOUR };

/** The directory at the beginning of a span: people lost since then, and people new since then. */
export interface Baseline {
  /**
   * Whether the source was applied before the span began, or before the last approval about the school.
   * @param uai undefined: about all schools
   */
  isKnown(span: Span, uai: string | undefined): boolean;
  /**
   * Spans that began before the person was in the school.
   * @param key key of the person
   */
  spansWithout(key: string, uai: string): readonly Span[];
  /**
   * Spans in which a pupil left a class of a school, outside the first weeks of the school year, and has not got it back.
   * @param key key of the person
   */
  spansInOtherClass(key: string, uai: string): readonly Span[];
  /** The number of people who lost a capacity since then and have not got it back. */
  lost(span: Span, capacity: Capacity): number;
}

export const NO_BASELINE: Baseline = {
  isKnown: () => false,
  spansWithout: () => [],
  spansInOtherClass: () => [],
  lost: () => 0,
};
