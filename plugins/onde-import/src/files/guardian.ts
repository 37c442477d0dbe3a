// SPDX-License-Identifier: EUPL-1.2

/** A guardian, and the keys of their imported children. Addresses and telephone numbers are never read. */
export interface Guardian {
  readonly key: string;
  readonly familyName: string;
  readonly usageName: string;
  readonly givenName: string;
  readonly children: readonly string[];
}
