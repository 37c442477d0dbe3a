// SPDX-License-Identifier: EUPL-1.2
import type { ReadersTag } from '../../../domain/readers/readers-tag.js';
import type { ListOrder } from '../../../domain/tree/list.input.js';

export interface NodeListModel {
  /** The accessible name of the table. */
  readonly caption: string;
  readonly orders: readonly OrderLink[];
  readonly lines: readonly NodeLine[];
  /** Whether each line names its readers. */
  readonly hasReaders: boolean;
  /** Whether the user may change one of the lines. */
  readonly mayChange: boolean;
}

/** One line of a list: a folder or a file. Addresses are relative, so that a page of 100 lines stays small. */
export interface NodeLine {
  readonly id: string;
  readonly name: string;
  /** `folder`, `pdf`, `image`: the style sheet draws it. */
  readonly kind: string;
  /** The page of a folder or of a file that can be shown, or the download of a file. */
  readonly url: string;
  readonly aboutUrl: string;
  /** « Claire Vuillemin », « 6 fichiers » */
  readonly detail: string;
  readonly readers: ReadersTag;
  readonly isOpen: boolean;
  readonly isFavourite: boolean;
  readonly mayChange: boolean;
  /** « hier à 17 h 10 » */
  readonly changed: string;
  readonly size: string;
}

export interface NodeLink {
  readonly name: string;
  readonly kind: string;
  readonly url: string;
}

export interface OrderLink {
  readonly order: ListOrder;
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
}
