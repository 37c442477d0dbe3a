// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '@volee/core-adapter/ui';
import type { ReadersTag } from '../../domain/readers/readers-tag.js';
import type { StateTag } from '../shared/works/works.model.js';
import type { NamePart } from './mark-found.js';

/** The model of the page of a search. */
export interface SearchModel {
  readonly url: string;
  readonly search: string;
  readonly choices: readonly Choice[];
  readonly choice: string;
  /** « 6 réponses dans tout ce que vous pouvez voir » */
  readonly answer: string;
  /** On the first page. */
  readonly works: readonly FoundWorkLine[];
  readonly lines: readonly FoundLine[];
  readonly nextUrl: string | undefined;
}

/** A work that was found by its title. */
export interface FoundWorkLine {
  readonly id: string;
  readonly name: readonly NamePart[];
  readonly url: string;
  /** « CM1-CM2 », « Inès, CM1-CM2 » */
  readonly place: string;
  readonly state: StateTag;
}

/** A folder or file that was found. */
export interface FoundLine {
  readonly id: string;
  readonly name: readonly NamePart[];
  readonly kind: string;
  readonly url: string;
  /** « CM1-CM2 › Sciences » */
  readonly path: string;
  /** « Vous, 19 novembre, 3,4 Mo » */
  readonly detail: string;
  readonly readers: ReadersTag;
}
