// SPDX-License-Identifier: EUPL-1.2
import type { Choice, Tab } from '@volee/core-adapter/ui';
import type { PlaceModel } from '../shared/present-place.js';

/** One space or several with the place that they take. */
export interface UsageLine extends Pick<PlaceModel, 'percent' | 'text'> {
  readonly name: string;
}

/** The page of the place that the spaces of a school take. */
export interface UsageModel {
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  readonly school: Pick<PlaceModel, 'label' | 'percent' | 'text'>;
  /** Classes and other groups, the fullest first. */
  readonly groups: readonly UsageLine[];
  /** « Fichiers personnels : 1,2 Go » */
  readonly others: readonly { readonly name: string; readonly size: string }[];
  /** Absent where there are not two classes. */
  readonly move?: MoveModel;
}

/** The form that moves room from one class to another, with what was chosen. */
export interface MoveModel {
  readonly url: string;
  readonly classes: readonly Choice[];
  readonly sizes: readonly Choice[];
  readonly from: string;
  readonly to: string;
  readonly bytes: string;
  readonly problem?: string | undefined;
}
