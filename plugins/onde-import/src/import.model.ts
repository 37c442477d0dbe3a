// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '@volee/core-adapter/ui';

/** The page of an import, before and after it is applied. */
export interface ImportModel {
  readonly title: string;
  readonly lead?: string;
  /** The contents of the files; undefined once they are deleted. */
  readonly figures: readonly Figure[];
  readonly refusals: readonly string[];
  readonly changesTitle: string;
  readonly changes: readonly ChangeModel[];
  readonly classes: readonly ClassModel[];
  readonly faults: LinesModel;
  readonly oddities: LinesModel;
  readonly notes: readonly string[];
  readonly next: NextModel;
}

export interface ChangeModel {
  readonly what: string;
  readonly number: number;
  /** « Inès Faivre, Tom Brenot et 12 autres »; empty when they have no names. */
  readonly names: string;
}

export interface ClassModel {
  readonly key: string;
  readonly name: string;
  readonly pupils: number;
  readonly levels: string;
}

export interface LinesModel {
  readonly count: number;
  readonly lines: readonly { readonly where: string; readonly what: string }[];
  /** The number of further lines. */
  readonly more: number;
}

/** The next step: `decide` whether to import, `held` by the guard, or `over`. */
export interface NextModel {
  readonly step: 'decide' | 'held' | 'over';
  readonly actionUrl: string;
  readonly startUrl: string;
  /** The number of people who would leave. */
  readonly leavers: number;
  readonly error?: string;
}
