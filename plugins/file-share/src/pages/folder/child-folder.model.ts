// SPDX-License-Identifier: EUPL-1.2
import type { ClassEndsModel } from '../shared/class-ends.view.js';
import type { TodoRow } from '../shared/works/todo-rows.js';
import type { FolderModel } from './folder.model.js';
import type { Pic } from './folder-pics.js';

/** A folder of a class, of the school or of their own as a pupil finds it: pictures, and the works above those of the class. */
export interface ChildFolderModel extends Pick<
  FolderModel,
  | 'tabs'
  | 'searchUrl'
  | 'upload'
  | 'newFolderUrl'
  | 'nextUrl'
  | 'dropped'
  | 'kept'
  | 'trash'
  | 'pickUrl'
  | 'copies'
  | 'favourites'
  | 'takeAllUrl'
> {
  readonly title: string;
  /** « CM1-CM2, avec Claire Vuillemin. » */
  readonly lead: string | undefined;
  /** The folder above, or the class; undefined at the root of a space. */
  readonly back: { readonly name: string; readonly url: string } | undefined;
  readonly ends: ClassEndsModel | undefined;
  /** All that the page shows as a zip, in the last month of the class. */
  readonly takeUrl: string | undefined;
  /** At the root of a class, at most three. */
  readonly works: readonly TodoRow[];
  readonly worksUrl: string;
  /** The heading above the pictures, where works stand above them. */
  readonly listTitle: string;
  readonly pics: readonly PicLine[];
  /** The readers of the pictures that name none: « Les autres dossiers : toute la classe les voit. » */
  readonly others: string | undefined;
  readonly empty: FolderModel['empty'];
  /** Absent while the place is of no concern. */
  readonly place: FolderModel['place'];
}

/** A folder or file as a tile. */
export interface PicLine {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly pic: Pic;
  /** Whether each pupil puts something in and sees their own files alone. */
  readonly isDropBox: boolean;
  /** Whether pupils may add to it. */
  readonly isOpen: boolean;
  /** Says which people see it, where these are not those of the others. */
  readonly detail: string;
  /** Whether the pupil may put it into the trash: it comes from them. */
  readonly mayRemove: boolean;
  /** The page that renames and moves it; in the space of the pupil alone. */
  readonly changeUrl?: string | undefined;
}
