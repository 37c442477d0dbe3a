// SPDX-License-Identifier: EUPL-1.2

/** Structured log of one brick. First the fields, then one sentence. No personal data beyond ids, never a ticket. */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** The time. Tests set it. */
export interface Clock {
  now(): Date;
}
