// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../api/directory-source.js';
import type { DirectoryImage, PersonFields } from '../image/directory-image.js';
import type { Reason } from './guard.js';

type Attribute = 'givenName' | 'familyName' | 'displayName';

/**
 * What somebody had before and nobody has now. Read rights are given by attribute: a directory can go on naming everybody, and
 * say nothing about them.
 */
export function vanishedEverywhere(before: DirectoryImage, after: DirectoryImage, ignoreUnder: number): Reason[] {
  return MEASURES.flatMap(({ what, count }): Reason[] => {
    const [was, is] = [count(before), count(after)];
    if (was < ignoreUnder || is > 0) return [];
    const sentence = `Nobody has ${what} any more; ${was} had before. Check the rights and the mapping of the source.`;
    return [{ code: 'vanished-everywhere', before: was, after: 0, sentence }];
  });
}

const MEASURES: readonly { what: string; count: (image: DirectoryImage) => number }[] = [
  { what: 'a given name', count: having('givenName') },
  { what: 'a family name', count: having('familyName') },
  { what: 'a display name', count: having('displayName') },
  { what: 'a group', count: inGroupsAs('member') },
  { what: 'a group to teach', count: inGroupsAs('teacher') },
  { what: 'a child', count: ({ kinships }) => [...kinships.values()].filter((children) => children.size > 0).length },
];

function inGroupsAs(role: MembershipRole): (image: DirectoryImage) => number {
  return ({ memberships }) => {
    const members = [...memberships.values()].flatMap((group) => [...group]);
    return new Set(members.filter(([, one]) => one === role).map(([person]) => person)).size;
  };
}

/** An empty display name is filled from the login when it is read: that is no name either. */
function having(attribute: Attribute): (image: DirectoryImage) => number {
  return ({ persons }) => [...persons.values()].filter((person) => isSaid(person, attribute)).length;
}

function isSaid(person: PersonFields, attribute: Attribute): boolean {
  return person[attribute] !== '' && !(attribute === 'displayName' && person.displayName === person.login);
}
