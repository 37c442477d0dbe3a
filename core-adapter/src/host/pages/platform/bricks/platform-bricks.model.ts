// SPDX-License-Identifier: EUPL-1.2
import type { NamedBrick } from '../schools/platform-schools.model.js';

export interface PlatformBrick extends NamedBrick {
  /** « version 0.1.0, pour les écoles, allumée dans 12 écoles » */
  readonly detail: string;
  /** Why it failed and what to do, in English: an error's own sentences. Absent: it is ready. */
  readonly cause?: string | undefined;
  /** The errors since the process started: their number, and the last one in English. */
  readonly trouble?: { readonly count: number; readonly when: string; readonly sentence: string } | undefined;
  /** How many of its jobs gave up. Absent: none. */
  readonly jobsGivenUp?: number | undefined;
  /** The schools in which it is on. */
  readonly schoolsUrl?: string | undefined;
}

/** `/admin/bricks` */
export interface PlatformBricksModel {
  readonly bricks: readonly PlatformBrick[];
}
