// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, Tab } from '@volee/core-adapter/ui';
import type { ReadersForm } from '../shared/readers-form.js';
import type { ReadersTag } from '../../domain/readers/readers-tag.js';

/** The model of the page about a folder or file. */
export interface AboutModel {
  readonly title: string;
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  readonly crumbs: readonly Crumb[];
  readonly kind: string;
  readonly isFolder: boolean;
  /** The page of the folder, or the download of the file. */
  readonly openUrl: string;
  readonly readers: ReadersTag;
  /** Whether pupils may add to the folder. */
  readonly isOpen: boolean;
  /** « Claire Vuillemin » */
  readonly addedBy: string;
  readonly changed: string;
  /** Absent, as `files`, for a folder that may hold what the user does not see. */
  readonly size: string | undefined;
  readonly files: string | undefined;
  readonly favourite: { readonly url: string; readonly isFavourite: boolean };
  /** Absent for users that may not change it. */
  readonly rename: RenameForm | undefined;
  /** Absent for users that may not choose the readers, and where no word is to be chosen. */
  readonly readersForm: ReadersForm | undefined;
}

export interface RenameForm {
  readonly url: string;
  /** The name as typed. */
  readonly value: string;
  readonly error: string | undefined;
}
