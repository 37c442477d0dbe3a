// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';

export function byName(persons: readonly Member[]): Member[] {
  const nameOf = ({ familyName, givenName }: Member): string => `${familyName} ${givenName}`;
  return persons.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'fr'));
}
