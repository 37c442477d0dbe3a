// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { Relations } from './relations.js';

const NONE: readonly string[] = [];

/** The groups that a profile relates a person to: as a member, as a teacher, or through children. A group may come twice. */
export function groupsOf(personId: string, profile: Profile, relations: Relations): Iterable<string> {
  const { memberOf, teaches, childrenOf } = relations;
  switch (profile) {
    case 'pupil':
      return memberOf.get(personId) ?? NONE;
    case 'teacher':
      return teaches.get(personId) ?? NONE;
    case 'guardian':
      return [...(childrenOf.get(personId) ?? NONE)].flatMap((child) => [...(memberOf.get(child) ?? NONE)]);
    case 'head':
    case 'staff':
      return NONE;
  }
}
