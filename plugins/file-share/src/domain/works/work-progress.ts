// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Member } from '@volee/core-adapter';
import { isShown, partStatus, type PartProgress, type WorkTimes } from './part-status.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { isUntil } from '../time/is-until.js';
import type { ListedPart, ListedWork } from './listed-columns.js';
import { workPupils, type WorkPupils } from './work-audience.js';

/** The parts of a work, with the sums that lists and walls show. */
export interface WorkProgress extends WorkPupils {
  /** The number of pupils who are asked and have handed in once, given back or not. */
  readonly handedIn: number;
  readonly started: number;
  readonly untouched: number;
  readonly late: number;
  /** The number of parts handed in and not given back yet, with those of pupils who have left the class. */
  readonly toCorrect: number;
  /** The number of parts prepared by the teacher and not given back yet. */
  readonly ready: number;
  readonly corrected: number;
}

export interface TimeTools {
  readonly clock: Clock;
  readonly schoolYear: number;
}

export function workProgress(
  work: ListedWork,
  members: readonly Member[],
  rows: readonly ListedPart[],
  tools: TimeTools,
): WorkProgress {
  const pupils = workPupils(work, members, rows);
  const asked = pupils.asked.map(({ row }) => row);
  const all = [...asked, ...pupils.left.map(({ row }) => row)];
  const count = (parts: readonly (ListedPart | undefined)[], is: (row: ListedPart) => boolean): number =>
    parts.filter((row) => row !== undefined && is(row)).length;
  const handedIn = count(asked, wasHandedIn);
  const started = count(asked, ({ state }) => state === 'started');
  return {
    ...pupils,
    ...{ handedIn, started, untouched: asked.length - handedIn - started },
    late: count(asked, ({ late }) => late),
    toCorrect: count(all, ({ state, ready }) => state === 'handedIn' && ready === null),
    ready: count(all, (row) => isReady(work, row, tools)),
    corrected: count(asked, ({ state }) => state === 'corrected'),
  };
}

/** Whether a teacher has prepared a part, and it is not the pupil's turn: one that was taken back waits until it is handed in again. */
export function isReady(
  work: WorkTimes,
  part: PartProgress & Pick<WorkPupilRow, 'ready'>,
  { clock, schoolYear }: TimeTools,
): boolean {
  return part.ready !== null && !partStatus({ work, part, now: clock.now(), schoolYear }).isTheirTurn;
}

/** Whether a part was handed in or given back, also when it is to be done again. */
export function wasHandedIn({ state }: Pick<WorkPupilRow, 'state'>): boolean {
  return state === 'handedIn' || state === 'corrected' || state === 'again';
}

/**
 * `draft`: kept. `coming`: handed out for a later day. `open`: in time. `late`: due, and taken late. `over`: no longer taken, or ended.
 */
export type WorkPhase = 'draft' | 'coming' | 'open' | 'late' | 'over';

export function phaseOf(work: ListedWork, now: Date, schoolYear: number): WorkPhase {
  const { isDraft, closedAt, dueAt, lateUntil, year } = work;
  if (isDraft) return 'draft';
  if (closedAt !== null || year < schoolYear) return 'over';
  if (!isShown(work, now)) return 'coming';
  if (isUntil(now, dueAt)) return 'open';
  return lateUntil !== null && isUntil(now, lateUntil) ? 'late' : 'over';
}

/** Whether a work needs the teacher no more: it stands among those of the year that are done. */
export function isDone(phase: WorkPhase, { toCorrect, ready }: Pick<WorkProgress, 'toCorrect' | 'ready'>): boolean {
  return phase === 'over' && toCorrect === 0 && ready === 0;
}
