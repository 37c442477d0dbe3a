// SPDX-License-Identifier: EUPL-1.2

/** An instant as the drivers give it: SQLite's driver as text in UTC, MariaDB's as a date. */
export type StoredInstant = string | Date;

export function readInstant(stored: StoredInstant): Date {
  return stored instanceof Date ? stored : new Date(`${stored.replace(' ', 'T')}Z`);
}

/** The text that both databases store and compare: SQLite's driver takes no date. */
export function instantText(instant: Date): string {
  return instant.toISOString().replace('T', ' ').replace('Z', '');
}
