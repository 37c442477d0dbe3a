// SPDX-License-Identifier: EUPL-1.2

/** How the directory behaves; tests change it while it runs. */
export interface DirectorySwitches {
  /** Whether it knows paged results (RFC 2696) and says so in its root DSE. */
  paging: boolean;
  /** The most entries of one search, over all its pages; result 4 comes with the entry too many. */
  sizeLimit?: number | undefined;
  /** Whether one may search without a bind. */
  anonymousRead: boolean;
  /** DNs that may search; everybody who is bound when `undefined`. */
  readers?: readonly string[] | undefined;
  /** Each search succeeds and finds nothing, as when the reader account has lost its rights. */
  loseReadRights: boolean;
  /** Breaks a connection once it has carried so many entries. */
  cutAfter?: number | undefined;
}
