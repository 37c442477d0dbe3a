// SPDX-License-Identifier: EUPL-1.2

/** Time limits for the code of a brick, in milliseconds; after a limit the host continues without it. */
export interface Limits {
  /** The import, and the test run of the migrations, of each brick on its own: a machine that starts may be very busy. */
  readonly import: number;
  /** The time for which the import of a brick delays the next one, which then begins beside it. */
  readonly turn: number;
  /** The time for which a host that could serve waits for bricks that are still being imported; they are activated when they are loaded. */
  readonly settle: number;
  /** The time for which a host waits for its login brick (ADR 51). */
  readonly login: number;
  readonly activate: number;
  /** Each function given to `onStop`. */
  readonly dispose: number;
  /** One transaction: on SQLite, all other work waits for it. */
  readonly transaction: number;
  /** One request, from reading its input to the reply; uploads have no limit. */
  readonly request: number;
  /** The parts that all bricks together add to one page of the host. */
  readonly portal: number;
  /** The migrations on the real tables, which may be large. */
  readonly migrations: number;
  /** One run of a job. */
  readonly job: number;
  /**
   * The time between two searches for due jobs. The next search begins at once when a job ends, or when a brick has enqueued one in a
   * commit; jobs that a sync enqueues wait for it.
   */
  readonly look: number;
  /** The export or erasure of one person, or of the whole school, in one school. */
  readonly personalData: number;
  /** One reading of a directory of any size. */
  readonly reading: number;
  /** Reading the entries of a login, which goes on without them. A source has a shorter limit of its own. */
  readonly entries: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const LIMITS: Limits = {
  import: MINUTE,
  turn: 3 * SECOND,
  settle: 10 * SECOND,
  login: 10 * MINUTE,
  activate: 10 * SECOND,
  dispose: 10 * SECOND,
  transaction: 10 * SECOND,
  request: 60 * SECOND,
  portal: 300,
  migrations: HOUR,
  job: 10 * MINUTE,
  look: 2 * SECOND,
  personalData: 10 * MINUTE,
  reading: 2 * HOUR,
  entries: 15 * SECOND,
};
