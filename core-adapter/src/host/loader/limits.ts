// SPDX-License-Identifier: EUPL-1.2

/** How long the code of a brick may take, in milliseconds, before the host goes on without it. */
export interface Limits {
  /** Its import, and the trial of its migrations. */
  readonly import: number;
  readonly activate: number;
  /** One transaction: on SQLite, everybody else waits for it. */
  readonly transaction: number;
  /** One request, from the first look at its input to the reply; uploads take as long as they take. */
  readonly request: number;
}

export const LIMITS: Limits = { import: 10_000, activate: 10_000, transaction: 10_000, request: 60_000 };
