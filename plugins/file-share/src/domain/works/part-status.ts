// SPDX-License-Identifier: EUPL-1.2
import type { PartState, WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { isUntil } from '../time/is-until.js';

/** The columns of a work from which the state of its parts follows. */
export type WorkTimes = Pick<
  WorkRow,
  'isDraft' | 'visibleFrom' | 'changedAt' | 'collects' | 'dueAt' | 'lateUntil' | 'closedAt' | 'year'
>;

/** The columns of a pupil's part from which its state follows. */
export type PartProgress = Pick<WorkPupilRow, 'state' | 'late' | 'handedInAt' | 'takenBackAt' | 'givenBackAt'>;

export interface PartFacts {
  readonly work: WorkTimes;
  /** Undefined for a pupil who has no row yet. */
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
  /** Whether the pupil and their family know of the work: no draft, and its date has come, or the pupil has begun. */
  readonly isVisible: boolean;
  /** Whether pupils can still work on it. What is to be done again has no end but the closing. */
  readonly isOpen: boolean;
  /** Whether it was to be handed in, was not, and is no longer taken. */
  readonly isMissed: boolean;
  /** Whether it was handed in, came back to be done again, and is no longer taken: it was not missed. */
  readonly isDoneOnce: boolean;
  readonly isLateNow: boolean;
  readonly canStart: boolean;
  /** Whether the pupil may add, replace and remove files of their own. */
  readonly canChange: boolean;
  readonly canHandIn: boolean;
  readonly canTakeBack: boolean;
  /** Whether it is the pupil's turn: what is to be handed in can still be worked on, and giving it back as corrected ends that. */
  readonly isTheirTurn: boolean;
}

/** The one place that decides what a pupil may do with a work, whatever the page or form. */
export function partStatus({ work, part, now, schoolYear }: PartFacts): PartStatus {
  const current = stateOf({ work, part, now, schoolYear });
  const isVisible = isPartShown(work, part, now);
  const hasEnded = isEnded(work, schoolYear);
  const lastInstant = work.collects ? lastOf(work) : null;
  const isOpen = isVisible && !hasEnded && (current === 'again' || isUntil(now, lastInstant));
  const isAtWork = current === 'started' || current === 'again';
  const wasDueBefore = !isUntil(now, work.dueAt);
  // Work that a teacher asks for again has no date any more, and the first time tells whether it was late.
  const isSecond = current === 'again' || (current === 'handedIn' && part?.givenBackAt != null);
  const canStart = isOpen && current === 'given';
  const canChange = isOpen && isAtWork;
  const isOver = isVisible && work.collects && !isOpen;
  const isDoneOnce = isOver && current === 'again' && part?.handedInAt != null;
  return {
    state: current === 'handedIn' && part?.late === true ? 'handedInLate' : current,
    isVisible,
    isOpen,
    isMissed: isOver && !isDoneOnce && (current === 'given' || isAtWork),
    isDoneOnce,
    isLateNow: isSecond ? part?.late === true : work.collects && wasDueBefore,
    canStart,
    canChange,
    canHandIn: canChange && work.collects,
    canTakeBack:
      isVisible &&
      !hasEnded &&
      work.collects &&
      current === 'handedIn' &&
      (isSecond || !wasDueBefore || isCollected(part, isOpen)),
    isTheirTurn: work.collects && (canChange || canStart),
  };
}

/**
 * The current state of a part. A part that the pupil took back is theirs to change until it is due, and from then on counts as handed in as
 * it is: what a teacher had received is never lost (ADR 68). A part to be done again has no end but the closing. When the teacher collects
 * no more, a part that was taken back counts as handed in at once: there is no button for it any more.
 */
export function stateOf({ work, part, now, schoolYear }: PartFacts): PartState {
  if (part?.state !== 'handedIn' || part.takenBackAt === null) return part?.state ?? 'given';
  if (isEnded(work, schoolYear) || !work.collects) return 'handedIn';
  if (part.givenBackAt !== null) return 'again';
  return isUntil(now, collectedAt(work, part.takenBackAt)) ? 'started' : 'handedIn';
}

/** The last instant at which what was taken back is the pupil's to change: one taken back after it was due is handed in late. */
export function collectedAt(work: Pick<WorkTimes, 'dueAt' | 'lateUntil'>, takenBackAt: Date): Date | null {
  return isUntil(takenBackAt, work.dueAt) ? work.dueAt : lastOf(work);
}

/** Whether it was handed in by the clock, and late is still taken: the pupil may go on like one that never handed in. */
function isCollected(part: PartProgress | undefined, isOpen: boolean): boolean {
  return isOpen && part !== undefined && part.takenBackAt !== null;
}

function isEnded({ closedAt, year }: Pick<WorkTimes, 'closedAt' | 'year'>, schoolYear: number): boolean {
  return closedAt !== null || year < schoolYear;
}

/** The columns of a work from which it follows whether pupils know of it. */
export type ShownFrom = Pick<WorkTimes, 'isDraft' | 'visibleFrom' | 'changedAt'>;

/**
 * Whether pupils and guardians know of a work: its date has come, or had come when it was saved last. The clock was ahead then, and what they
 * have seen stays (ADR 67).
 */
export function isShown({ isDraft, visibleFrom, changedAt }: ShownFrom, now: Date): boolean {
  return !isDraft && (visibleFrom <= now || visibleFrom <= changedAt);
}

/** Whether a pupil knows of a work. They know of a work that they have begun, whatever its date. */
export function isPartShown(work: ShownFrom, part: Pick<PartProgress, 'state'> | undefined, now: Date): boolean {
  return isShown(work, now) || (!work.isDraft && part !== undefined && part.state !== 'given');
}

/** The last instant at which a work is taken; null without one. */
export function lastOf({ dueAt, lateUntil }: Pick<WorkTimes, 'dueAt' | 'lateUntil'>): Date | null {
  if (dueAt === null || lateUntil === null) return dueAt;
  return lateUntil > dueAt ? lateUntil : dueAt;
}
