// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import { readGroupKey, type PersonState } from './person-state.js';

/** Characters of a digest: 96 bits. Two states of one person are compared, never two persons. */
export const DIGEST = 16;

/**
 * All that a source says of a person, in few characters: the same as long as nothing changes. Groups are those of a school year,
 * so that next September's are others.
 * @param yearOf the school year in a school, by UAI
 */
export function digestOf(person: PersonState, yearOf: (uai: string) => number): string {
  const { attachments, memberships, children } = person;
  const { stableIds = [], key, login, givenName, familyName, displayName, ine, birthDate, level } = person;
  const groups = Array.from(memberships, ([group, role]) => {
    return `${group} ${yearOf(readGroupKey(group).uai)} ${role}`;
  });
  const said = [
    [key, login, givenName, familyName, displayName, ine ?? '', birthDate ?? '', level ?? '', ...stableIds],
    [...attachments].sort(),
    groups.sort(),
    [...children].sort(),
  ];
  return hash('sha256', JSON.stringify(said), 'base64url').slice(0, DIGEST);
}
