// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../../api/people.js';
import type { Choice, BrickBadgeColour } from '../../../../ui/index.js';
import type { PagingModel } from '../shared/paging.model.js';

export interface NamedBrick {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  readonly colour: BrickBadgeColour;
}

export interface PlatformSchool {
  readonly uai: string;
  readonly name: string;
  /** « collège » */
  readonly kind: string;
  /** The bricks page of the school. */
  readonly url: string;
  /** As they are written: « 1 204 ». */
  readonly persons: Readonly<Record<Profile, string>>;
  readonly groups: string;
  readonly bricks: readonly NamedBrick[];
}

/** `/admin/schools` */
export interface PlatformSchoolsModel {
  readonly text: string;
  /** The value of the choice of a brick. */
  readonly brick: string;
  readonly brickChoices: readonly Choice[];
  /** Whether the form narrows the list. */
  readonly narrowed: boolean;
  /** « 2 000 écoles » */
  readonly found: string;
  readonly schools: readonly PlatformSchool[];
  readonly paging: PagingModel;
}
