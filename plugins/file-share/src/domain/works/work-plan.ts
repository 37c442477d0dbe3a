// SPDX-License-Identifier: EUPL-1.2
import type { Member, School } from '@volee/core-adapter';
import type { FileShareTexts } from '../../brick-types.js';
import type { WorkRow } from '../../store/work.entity.js';

/** The columns of a work as a form gives them. */
export interface WorkPlan extends Pick<
  WorkRow,
  'title' | 'text' | 'audience' | 'level' | 'visibleFrom' | 'collects' | 'dueAt' | 'lateUntil'
> {
  readonly pupilIds: readonly string[];
  /**
   * The pupils who could have been picked; for a level, the pupils of other levels. Pupils who are out of the class at the moment keep the work.
   */
  readonly shownIds: readonly string[];
}

export type WorkField = 'title' | 'text' | 'for' | 'pupils' | 'visibleOn' | 'dueOn' | 'dueAt';

/** A sentence for each field that cannot be kept as it is. */
export type WorkProblems = Map<WorkField, string>;

export interface PlanTools {
  /** The pupils of the class now. */
  readonly members: readonly Member[];
  readonly now: Date;
  readonly schoolYear: number;
  readonly school: Pick<School, 'timeZone'>;
  readonly t: FileShareTexts;
  /** Whether it is handed out afterwards: then a title, pupils and a time to come are needed. */
  readonly isHandedOut: boolean;
  /** The work as it is stored; undefined for a new one. */
  readonly before: WorkRow | undefined;
}
