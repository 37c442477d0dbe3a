// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from '@volee/core-adapter';
import type { Settings } from '../../settings.js';

/** The last school years of which something is deleted now. */
export interface LastYears {
  /** The last year for parts of works: what pupils handed in and what came back. */
  readonly parts: number;
  /** The last year for whole spaces: nobody reads the groups of these years any more. */
  readonly spaces: number;
}

interface Calendar {
  readonly now: Date;
  /** The current school year: 2026 from 1 August 2026. */
  readonly schoolYear: number;
  readonly zone: string;
}

/** The last day of a school year, as `YYYY-MM-DD`: works of its classes can be handed in until then. */
export function lastDayOfYear(year: number): string {
  return `${year + 1}-07-31`;
}

/**
 * The last day on which the parts of works of a school year are kept, as `YYYY-MM-DD`. Parts that are there after it are those of pupils who were
 * away in summer (ADR 106).
 */
export function lastDayOfParts(keepWorks: Settings['keepWorks'], year: number, today: string): string {
  const day = `${year + (keepWorks === 'summer' ? 1 : 2)}-08-31`;
  return today > day ? `${day.slice(0, 4)}-10-14` : day;
}

export function lastDayOfSpaces(year: number): string {
  return `${year + 2}-08-31`;
}

/** On 1 August nothing is deleted: what ends with the school year goes a month later. */
export function lastYears(keepWorks: Settings['keepWorks'], { now, schoolYear, zone }: Calendar): LastYears {
  const isAugust = dayOf(now, zone).slice(5, 7) === '08';
  const ended = isAugust ? schoolYear - 2 : schoolYear - 1;
  return { parts: keepWorks === 'summer' ? ended : ended - 1, spaces: ended - 1 };
}
