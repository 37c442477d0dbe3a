// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';

/** The history of a bilan, as the head reads it. */
export interface HistoryModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** Whether the text that the family reads now is the signed one; undefined while the bilan is not published. */
  readonly now: Compared | undefined;
  /** The last one first. */
  readonly steps: readonly StepModel[];
  readonly backUrl: string;
}

/** A text and its digest, compared when the page was made. */
export interface Compared {
  readonly isSame: boolean;
  readonly words: string;
}

export interface StepModel {
  readonly id: string;
  readonly text: string;
  readonly when: string;
  readonly word: string | null;
  /** The whole digest, with the words before it. */
  readonly digest: { readonly label: string; readonly sha256: string } | undefined;
  /** The publication that ended with the step. */
  readonly kept: { readonly isSame: boolean; readonly url: string; readonly label: string } | undefined;
}

/** A publication that ended, as the family read it. */
export interface KeptModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly compared: Compared;
  readonly digest: string;
}
