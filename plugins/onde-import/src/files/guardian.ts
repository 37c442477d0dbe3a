// SPDX-License-Identifier: EUPL-1.2

/** A guardian, and the keys of those of his children who are imported. Addresses and telephones are not even read. */
export interface Guardian {
  readonly key: string;
  readonly familyName: string;
  readonly usageName: string;
  readonly givenName: string;
  readonly children: readonly string[];
}
