// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import { readGroupKey, type PersonState } from './person-state.js';

/** Length of a digest in characters: 96 bits. Digests compare states of one person, never two people. */
export const DIGEST = 16;

/**
 * A short hash of all that a source says of a person. Groups count with their school year, so a new school year changes it.
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
