// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, FileKind, Tab } from '@volee/core-adapter/ui';

/** The model of the page of a folder. */
export interface FolderModel {
  /** The name of the folder, or of its space for the root. */
  readonly title: string;
  readonly tabs: readonly Tab[];
  /** Empty at the root. */
  readonly crumbs: readonly Crumb[];
  /** Tells which persons see what is here. */
  readonly lead: string;
  /** Empty for a list of less than two lines. */
  readonly orders: readonly OrderLink[];
  readonly lines: readonly NodeLine[];
  /** The URL of the next page of a long list. */
  readonly nextUrl: string | undefined;
  /** Shown instead of an empty list. */
  readonly empty: { readonly title: string; readonly text: string };
  /** Absent for users that may not add anything. */
  readonly upload?: UploadModel;
  /** Where the form of a new folder leads; absent for users that may not add anything. */
  readonly newFolderUrl?: string;
}

/** One line of a list: a folder or a file. */
export interface NodeLine extends FileKind {
  readonly id: string;
  readonly name: string;
  /** The page of a folder, or the download of a file. */
  readonly url: string;
  /** « Claire Vuillemin », « 6 fichiers » */
  readonly detail: string;
  /** « hier, 17 h 10 » */
  readonly changed: string;
  readonly size: string;
}

/** A link that sorts the list. */
export interface OrderLink {
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
}

export interface UploadModel {
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
