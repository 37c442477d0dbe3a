// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';

/** The page on which a teacher signs bilans of a class. */
export interface SignModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** The sentence above the form after a mistake. */
  readonly problem?: string | undefined;
  /** When the teacher typed their password, where the SSO tells. */
  readonly proven?: string | undefined;
  readonly formUrl: string;
  readonly readyUrl: string;
  readonly lines: readonly SignLine[];
  readonly waiting: readonly WaitingLine[];
  /** The number of drafts that are complete. */
  readonly complete: number;
  readonly signature: string;
}

/** A bilan that can be signed. */
export interface SignLine {
  readonly name: string;
  readonly tick: string;
  readonly positions: string;
  readonly general: string;
  readonly url: string;
}

/** A bilan that cannot be signed yet, and why. */
export interface WaitingLine {
  readonly name: string;
  readonly reason: string;
  readonly url: string;
  readonly isComplete: boolean;
}
