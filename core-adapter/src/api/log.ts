// SPDX-License-Identifier: EUPL-1.2
import type { Day } from './day.js';

/**
 * The structured log of one brick: fields first, then one sentence. Log no personal data except ids, and never a
 * ticket.
 * @example
 * `log.info({ run: 7, persons: 412 }, 'the directory was read');`
 * @stable
 */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** The current time. Tests set it. @stable */
export interface Clock {
  now(): Date;
}

/**
 * A clock with a time zone: that of the school, or that of the installation (Europe/Paris) at activation, when there is no school.
 * @stable
 */
export interface LocalClock extends Clock {
  /** The current day in the time zone of the clock. */
  today(): Day;
}
