// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../../api/manifest.js';
import type { AvatarPerson, Count } from '../../../ui/index.js';

export interface PortalBrick {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly count?: Count | undefined;
}

/** Something that waits for the reader. */
export interface PortalTaskRow {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickColour;
}

export interface OtherSchool {
  readonly name: string;
  readonly url: string;
  /** The number of bricks that are on for the person there. */
  readonly bricks: number;
}

/** A guardian's child in one school. */
export interface PortalChild {
  readonly person: AvatarPerson;
  readonly givenName: string;
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

/** The reminder that something is left in a former school: « Tu as changé d’école. … » */
export interface FormerLine {
  readonly text: string;
  readonly link: string;
  readonly url: string;
}

/** Things that are kept by bricks which are not on for the reader: « La brique Fichiers n’est pas allumée pour toi en ce moment. … » */
export interface KeptLine {
  readonly text: string;
  /** The way to take it along; undefined where it is not the reader's own. */
  readonly take?: { readonly text: string; readonly label: string; readonly url: string };
}

/** The portal of a person in one school. */
export interface PortalModel {
  /** The reader is a pupil: their own page, with the flock. */
  readonly child: boolean;
  readonly givenName: string;
  /** Today, with its weekday: « mardi 24 novembre ». */
  readonly today: string;
  /** The tasks of the reader, the nearest first. */
  readonly tasks: readonly PortalTaskRow[];
  /** More waits than `tasks` shows. */
  readonly hasMoreTasks: boolean;
  readonly bricks: readonly PortalBrick[];
  /** The number of bricks that are on in the school, for any user: a head without a brick may have switched some on for others. */
  readonly bricksOfSchool?: number | undefined;
  /** A guardian's children; the current one is in this school. Empty for other profiles. */
  readonly children: readonly PortalChild[];
  /** For guardians with children in several schools: each school, this one first, in the place of `bricks` and `children`. */
  readonly families: readonly PortalFamily[];
  readonly otherSchools: readonly OtherSchool[];
  readonly former?: FormerLine | undefined;
  readonly kept?: readonly KeptLine[] | undefined;
  /** The page to switch bricks on, for users who may do so here. */
  readonly schoolBricksUrl?: string | undefined;
}
