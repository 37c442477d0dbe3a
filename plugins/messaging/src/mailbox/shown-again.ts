// SPDX-License-Identifier: EUPL-1.2

/** A thread that is shown again after a form that was not taken. */
export interface ShownAgain {
  readonly status: 400 | 409 | 503;
  /** What is wrong, in a sentence. */
  readonly problem: string;
  /** What was typed as a reply. */
  readonly body?: string;
}
