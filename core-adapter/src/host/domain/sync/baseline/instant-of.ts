// SPDX-License-Identifier: EUPL-1.2

/** SQLite returns text in UTC without a zone, MariaDB a Date. */
export function instantOf(value: unknown): Date {
  return value instanceof Date ? value : new Date(`${String(value).replace(' ', 'T')}Z`);
}
