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
 * A clock in a place: in the time zone of the school, and where there is none, at activation, in that of the installation (Europe/Paris).
 * @stable
 */
export interface LocalClock extends Clock {
  /** The day of now there. */
  today(): Day;
}
