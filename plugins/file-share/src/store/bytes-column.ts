// SPDX-License-Identifier: EUPL-1.2

/** Options of a column of bytes. The driver of MariaDB returns a bigint as text, that of SQLite as a number. Exact up to 9 petabytes. */
export const bytesColumn = {
  transformer: {
    to: (bytes: number | null): number | null => bytes,
    from: (stored: number | string | null): number | null => (stored === null ? null : Number(stored)),
  },
};
