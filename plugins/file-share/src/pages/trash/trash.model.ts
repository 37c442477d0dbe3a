// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, FileKind, Tab } from '@volee/core-adapter/ui';
import type { PlaceModel } from '../shared/present-place.js';

/** The model of the page with the trash of a space. */
export interface TrashModel {
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  readonly crumbs: readonly Crumb[];
  readonly lines: readonly TrashLine[];
  readonly nextUrl: string | undefined;
  /** The place of the whole space; absent for pupils in the space of a class. */
  readonly room: PlaceModel | undefined;
  /** Absent for an empty trash. */
  readonly empty: EmptyForm | undefined;
}

export interface TrashLine extends FileKind {
  readonly id: string;
  readonly name: string;
  /** « De « Sciences », hier » */
  readonly detail: string;
  /** Another name, or a folder that is made anew. */
  readonly notes: readonly string[];
  /** « 19 jours » */
  readonly left: string;
  readonly isUrgent: boolean;
  readonly restoreUrl: string;
}

/** Deletes for good what the page shows. */
export interface EmptyForm {
  readonly url: string;
  readonly button: string;
  /** Nothing that comes into the trash later is deleted. */
  readonly until: string;
  /** The last line of the page before. */
  readonly after: string | undefined;
}
