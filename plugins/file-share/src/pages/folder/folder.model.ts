// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, Tab } from '@volee/core-adapter/ui';
import type { CopyNote } from './copies.presenter.js';
import type { ReadersTag } from '../../domain/readers/readers-tag.js';
import type { ClassEndsModel } from '../shared/class-ends.view.js';
import type { PlaceModel } from '../shared/place.presenter.js';
import type { NodeLink, NodeListModel } from '../shared/nodes/node-list.model.js';

export interface FolderModel {
  /** The name of the folder, or of its space for the root. */
  readonly title: string;
  /** The heading of a pupil's own pages; undefined where it is the name of the brick. */
  readonly heading: string | undefined;
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  /** Empty at the root. */
  readonly crumbs: readonly Crumb[];
  /** In July, for pupils and guardians of a class. */
  readonly ends: ClassEndsModel | undefined;
  /** Says which people see the nodes here, when one sentence is true of all nodes. */
  readonly lead: string | undefined;
  /** The readers of the folder; absent where the space alone decides. */
  readonly readers: ReadersTag | undefined;
  /** Whether pupils may add to this folder. */
  readonly isOpen: boolean;
  /** Whether pupils add, and each sees their own files alone. */
  readonly isDropBox: boolean;
  /** The page about the folder itself; absent at the root. */
  readonly aboutUrl: string | undefined;
  /** Whether the link to that page offers to change the readers. */
  readonly maySetReaders: boolean;
  /** Folders and files with a star, at the top of the user's own space. */
  readonly favourites: readonly NodeLink[];
  /** The folders and files that a pupil put into folders of the class which pupils see no more. */
  readonly dropped: readonly NodeLink[];
  /** Copies in « Mes fichiers » of what a pupil had put into the class and others have moved or thrown away. */
  readonly kept: { readonly links: readonly NodeLink[]; readonly hasMore: boolean };
  /** The large copies of the user. */
  readonly copies: readonly CopyNote[];
  readonly list: NodeListModel;
  /** The URL of the next page of a long list. */
  readonly nextUrl: string | undefined;
  /** Shown instead of an empty list. */
  readonly empty: { readonly title: string; readonly text: string };
  /** Absent for users who may not add anything. */
  readonly upload?: UploadModel | undefined;
  /** The address of the form for a new folder; absent for users who may not add anything. */
  readonly newFolderUrl?: string | undefined;
  /** The page of a new work; absent for users who hand out nothing here. */
  readonly newWorkUrl: string | undefined;
  /** The form around the list: what is done with ticked lines. */
  readonly pickUrl: string;
  /** The URL of the ticked lines as a zip. */
  readonly takeUrl: string;
  /** Whether the user has a place to copy to: guardians have none. */
  readonly mayCopy: boolean;
  /** The address of a zip with everything of the user; on the first page of their own space only. */
  readonly takeAllUrl: string | undefined;
  /** The place used; absent for users who may not add anything. */
  readonly place: PlaceModel | undefined;
  /** The place used by all spaces; on the space of the school, for its head. */
  readonly usageUrl: string | undefined;
  readonly trash: { readonly label: string; readonly url: string } | undefined;
}

export interface UploadModel {
  /** Says to adults that pupils or families see at once what they put here. */
  readonly seen: string | undefined;
  /** The URL that the plain form posts to. */
  readonly url: string;
  /** The script sends each file to a URL below this one. */
  readonly uploadsUrl: string;
  /** The modules that the script loads with the first file. */
  readonly attemptUrl: string;
  readonly foldUrl: string;
  /** The largest file, in bytes. */
  readonly maxBytes: number;
  /** The same as a text: « 500 Mo ». */
  readonly maxSize: string;
}
