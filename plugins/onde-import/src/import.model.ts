// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '@volee/core-adapter/ui';

/** What the page about an import shows: before it is applied, and after. */
export interface ImportModel {
  readonly title: string;
  readonly lead?: string;
  /** What the files hold; none once they are gone. */
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
  /** How many more there are than are shown. */
  readonly more: number;
}

/** What there is to do now: `decide` to import, `held` by the guard, or nothing. */
export interface NextModel {
  readonly step: 'decide' | 'held' | 'over';
  readonly actionUrl: string;
  readonly startUrl: string;
  /** How many persons would leave. */
  readonly leavers: number;
  readonly error?: string;
}
