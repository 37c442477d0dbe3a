// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { HandedRow } from '../../store/handed.entity.js';
import { cm2YearOf } from './hand-over-dates.js';

const SIXTH = '6E';

/** The pupil according to the directory now. */
export interface PupilNow {
  /** Null when the directory names no level. */
  readonly level: string | null;
  readonly schoolYear: number;
}

/** A `ResourceScope` about a pupil. */
export interface HandedScope {
  readonly pupilId: string;
  readonly visibleTo?: readonly Profile[];
}

/**
 * The scope of a bilan that was handed over. A collège reads the current cycle, and 6e is its last year: from 5e on, teachers
 * do not read it. The scope names profiles and no user, so that a teacher in 5e with a child there reads as a guardian.
 */
export function handedScope({ pupilId, until }: Pick<HandedRow, 'pupilId' | 'until'>, now: PupilNow): HandedScope {
  return isInSixth({ until }, now) ? { pupilId } : { pupilId, visibleTo: ['pupil', 'guardian', 'head'] };
}

/** Whether the pupil is in 6e: by their level or, where it is unknown, in the first year after CM2. */
export function isInSixth({ until }: Pick<HandedRow, 'until'>, { level, schoolYear }: PupilNow): boolean {
  return level === null ? schoolYear === cm2YearOf({ until }) + 1 : level.toUpperCase() === SIXTH;
}
