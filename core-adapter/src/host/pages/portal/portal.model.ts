// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../../api/manifest.js';
import type { Count } from '../../../ui/index.js';

export interface PortalBrick {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly count?: Count | undefined;
}

export interface OtherSchool {
  readonly name: string;
  readonly url: string;
  /** How many bricks are switched on for the person there. */
  readonly bricks: number;
}

/** A guardian's child in one school. */
export interface PortalChild {
  readonly givenName: string;
  readonly colour: BrickColour;
  /** The class and the school: « CM2, École des Tilleuls ». */
  readonly detail: string;
  /** The portal of the child's school. */
  readonly url: string;
  readonly current: boolean;
}

/** A school of a guardian's children, with the bricks that are on there for the guardian. */
export interface PortalFamily {
  readonly children: readonly PortalChild[];
  readonly bricks: readonly PortalBrick[];
}

/** What waits for a person in one school. */
export interface PortalModel {
  /** A pupil looks: their own page, with the flock. */
  readonly child: boolean;
  readonly givenName: string;
  /** Today, with its weekday, as people say it: « mardi 24 novembre ». */
  readonly today: string;
  readonly bricks: readonly PortalBrick[];
  /** How many are on in the school, for anybody: a head without a brick may have switched some on for others. */
  readonly bricksOfSchool?: number | undefined;
  /** A guardian's children, the one whose school this is marked. Empty for anybody else. */
  readonly children: readonly PortalChild[];
  /** Of a guardian whose children are in several schools: each of these, this one first, in the place of `bricks` and `children`. */
  readonly families: readonly PortalFamily[];
  readonly otherSchools: readonly OtherSchool[];
  /** For who may switch bricks on here: where. */
  readonly schoolBricksUrl?: string | undefined;
}
