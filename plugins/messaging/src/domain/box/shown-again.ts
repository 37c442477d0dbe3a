// SPDX-License-Identifier: EUPL-1.2

/** A thread that is shown again after a form that was not taken. */
export interface ShownAgain {
  readonly status: 400 | 409 | 503;
  /** The mistake, in a sentence. */
  readonly problem: string;
  /** The reply as it was typed. */
  readonly body?: string;
}
