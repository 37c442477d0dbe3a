// SPDX-License-Identifier: EUPL-1.2

/** The behaviour of the directory; tests change it while it runs. */
export interface DirectorySwitches {
  /** Whether the directory supports paged results (RFC 2696) and lists them in its root DSE. */
  paging: boolean;
  /** Maximum number of entries of one search, over all its pages; exceeding it gives result code 4. */
  sizeLimit?: number | undefined;
  /** Whether searching is allowed without a bind. */
  anonymousRead: boolean;
  /** DNs that may search; every bound DN when `undefined`. */
  readers?: readonly string[] | undefined;
  /** Every search succeeds without entries, as when the reader account has lost its rights. */
  loseReadRights: boolean;
  /** Closes a connection after this number of entries. */
  cutAfter?: number | undefined;
}
