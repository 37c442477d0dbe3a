// SPDX-License-Identifier: EUPL-1.2
import type { DestinationItem } from '../../domain/move/destination-tree.js';
import type { ViewerChanges } from './viewer-changes.js';

/** The page that asks where the ticked folders and files go. */
export interface PickedModel {
  readonly action: 'move' | 'copy';
  /** « Déplacer 2 éléments » */
  readonly title: string;
  /** Their names, and the folder they lie in. */
  readonly lead: string;
  readonly url: string;
  readonly backUrl: string;
  readonly ids: readonly string[];
  readonly tree: readonly DestinationItem[];
  /** Why nothing can be put into the chosen folder. */
  readonly obstacle: string | undefined;
  /** Absent until a destination is chosen into which they can go. */
  readonly chosen: ChosenDestination | undefined;
}

export interface ChosenDestination {
  readonly key: string;
  readonly viewers: ViewerChanges;
  /** The new names, where a name is taken. */
  readonly renamed: readonly string[];
  readonly button: string;
}
