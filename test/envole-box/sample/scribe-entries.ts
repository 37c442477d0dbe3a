// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import { groupEntries } from './group-entries.js';
import { personEntry } from './person-entries.js';
import { persons, sheets } from './persons.js';
import { treeEntries } from './tree.js';

const FIRST_GROUP_NUMBER = 10_000;
const NUMBERS_PER_SCHOOL = 1_000;

/** The whole sample directory in the shape of a Scribe, parents before children; a fresh copy at each call. */
export function scribeEntries(): LdapEntry[] {
  const groups = sheets.flatMap((school, index) => {
    const people = persons.filter((person) => person.school === school);
    return groupEntries(school, people, FIRST_GROUP_NUMBER + index * NUMBERS_PER_SCHOOL);
  });
  return [...treeEntries(sheets), ...persons.map(personEntry), ...groups];
}
