// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { BoxHead } from '../shared/box-tabs.js';
import type { MarkedPart } from './marked.js';

/** The page of a search. */
export interface SearchModel extends BoxHead {
  readonly search: string;
  /** Undefined before anything was searched for. */
  readonly result: SearchResult | undefined;
}

export interface SearchResult {
  readonly title: string;
  readonly lines: readonly SearchLine[];
  /** « Cherché jusqu’au 4 janvier », where older messages were not looked at yet. */
  readonly cut: string | undefined;
  readonly olderUrl: string | undefined;
}

export interface SearchLine {
  readonly id: string;
  readonly url: string;
  /** « Karim Bensaïd », or « À Parents de CM1 » for what the reader wrote. */
  readonly who: string;
  readonly face: AvatarPerson;
  readonly subject: readonly MarkedPart[];
  readonly text: readonly MarkedPart[];
  readonly when: string;
  /** The list in which it is, and the sign of that list. */
  readonly box: string;
  readonly icon: string;
}
