// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../api/manifest.js';
import type { Profile } from '../../api/people.js';

/** A brick as the head of a school sees it. */
export interface SchoolBrick {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly on: boolean;
  /** It did not start: nobody can open it, on or off. */
  readonly failed: boolean;
  /** This page, with this brick opened. */
  readonly url: string;
}

export interface AudienceFigure {
  readonly profile: Profile;
  readonly count: number;
}

export interface HistoryLine {
  /** « 12 octobre » */
  readonly date: string;
  /** Who switched it. */
  readonly name: string;
  readonly on: boolean;
}

/** One brick, with what switching it would do. */
export interface SchoolBrickDetail {
  readonly brick: SchoolBrick;
  /** Persons of the school by profile, for the profiles that the brick serves: who has it, or who would get it. */
  readonly audience: readonly AudienceFigure[];
  /** Persons, each counted once: who has two profiles is one person. */
  readonly persons: number;
  /** Takes a POST with `on`: `true` or `false`. */
  readonly actionUrl: string;
  /** Newest first. */
  readonly history: readonly HistoryLine[];
}

/** `/admin/s/<UAI>/bricks`: what is on in one school. */
export interface SchoolBricksModel {
  readonly bricks: readonly SchoolBrick[];
  /** The one whose card is shown: the one of the address, else the first. Absent when no brick is installed. */
  readonly selected?: SchoolBrickDetail | undefined;
  /** The address names the brick; a phone then shows its card instead of the list. */
  readonly opened: boolean;
  /** This page without a brick opened. */
  readonly listUrl: string;
}
