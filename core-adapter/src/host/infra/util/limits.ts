// SPDX-License-Identifier: EUPL-1.2

/** How long the code of a brick may take, in milliseconds, before the host goes on without it. */
export interface Limits {
  /** Its import, and the trial of its migrations. */
  readonly import: number;
  readonly activate: number;
  /** Each of what was given to `onStop`. */
  readonly dispose: number;
  /** One transaction: on SQLite, everybody else waits for it. */
  readonly transaction: number;
  /** One request, from the first look at its input to the reply; uploads take as long as they take. */
  readonly request: number;
  /** Its migrations on the real tables, which may be large. */
  readonly migrations: number;
  /** What it holds of one person, or all that it holds, in one school: given out or removed. */
  readonly personalData: number;
  /** One reading of a directory, however large. */
  readonly reading: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const LIMITS: Limits = {
  import: 10 * SECOND,
  activate: 10 * SECOND,
  dispose: 10 * SECOND,
  transaction: 10 * SECOND,
  request: 60 * SECOND,
  migrations: HOUR,
  personalData: 10 * MINUTE,
  reading: 2 * HOUR,
};
