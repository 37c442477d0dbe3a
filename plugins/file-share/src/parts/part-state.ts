// SPDX-License-Identifier: EUPL-1.2
import type { PartState, WorkPupilRow } from '../store/work-pupil.entity.js';
import type { WorkRow } from '../store/work.entity.js';
import { isUntil } from '../time/is-until.js';

/** The columns of a work from which the state of its parts follows. */
export type WorkTimes = Pick<
  WorkRow,
  'isDraft' | 'visibleFrom' | 'collects' | 'dueAt' | 'lateUntil' | 'closedAt' | 'year'
>;

/** The columns of a pupil's part from which its state follows. */
export type PartProgress = Pick<WorkPupilRow, 'state' | 'late' | 'givenBackAt'>;

export interface PartFacts {
  readonly work: WorkTimes;
  /** Undefined for a pupil that has no row yet. */
  readonly part: PartProgress | undefined;
  readonly now: Date;
  /** The school year of the school now: works of an earlier one are over. */
  readonly schoolYear: number;
}

/** The states of a pupil's part, as people read them: « rendu en retard » is one of its own. */
export type ShownState = PartState | 'handedInLate';

/** The state of a pupil's part, and what the pupil may do with it now. */
export interface PartStatus {
  readonly state: ShownState;
  /** Whether pupils and guardians know of the work: no draft, and its date has come. */
  readonly isVisible: boolean;
  /** Whether pupils can still work on it. What is to be done again has no end but the closing. */
  readonly isOpen: boolean;
  /** Whether it was to be handed in, was not, and is no longer taken. */
  readonly isMissed: boolean;
  /** Whether handing in now is late. */
  readonly isLateNow: boolean;
  readonly canStart: boolean;
  /** Adding, replacing and removing files of one's own. */
  readonly canChange: boolean;
  readonly canHandIn: boolean;
  readonly canTakeBack: boolean;
  /** Whether it is the pupil's turn: what is to be handed in can still be worked on, and giving it back as corrected ends that. */
  readonly isTheirTurn: boolean;
}

/** The one place that decides what a pupil may do with a work, whatever the page or form. */
export function partStatus({ work, part, now, schoolYear }: PartFacts): PartStatus {
  const stored = part?.state ?? 'given';
  const isVisible = isShown(work, now);
  const isEnded = work.closedAt !== null || work.year < schoolYear;
  const lastInstant = work.collects ? lastOf(work) : null;
  const isOpen = isVisible && !isEnded && (stored === 'again' || isUntil(now, lastInstant));
  const isAtWork = stored === 'started' || stored === 'again';
  const wasDueBefore = !isUntil(now, work.dueAt);
  const canStart = isOpen && stored === 'given';
  const canChange = isOpen && isAtWork;
  return {
    state: stored === 'handedIn' && part?.late === true ? 'handedInLate' : stored,
    isVisible,
    isOpen,
    isMissed: isVisible && work.collects && !isOpen && (stored === 'given' || isAtWork),
    // A part that a teacher asks for again was handed in before: the first time counts.
    isLateNow: stored === 'again' ? part?.late === true : work.collects && wasDueBefore,
    canStart,
    canChange,
    canHandIn: canChange && work.collects,
    canTakeBack: isVisible && !isEnded && stored === 'handedIn' && !wasDueBefore,
    isTheirTurn: work.collects && (canChange || canStart),
  };
}

/** The state of a part that its pupil takes back: what was to be done again is so still. */
export function takenBack({ givenBackAt }: Pick<PartProgress, 'givenBackAt'>): 'started' | 'again' {
  return givenBackAt === null ? 'started' : 'again';
}

/** Whether pupils and guardians know of a work. */
export function isShown({ isDraft, visibleFrom }: Pick<WorkTimes, 'isDraft' | 'visibleFrom'>, now: Date): boolean {
  return !isDraft && visibleFrom <= now;
}

function lastOf({ dueAt, lateUntil }: WorkTimes): Date | null {
  if (dueAt === null || lateUntil === null) return dueAt;
  return lateUntil > dueAt ? lateUntil : dueAt;
}
