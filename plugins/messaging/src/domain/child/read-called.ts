// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { Relations } from '../rules/relations.js';
import { calledNames } from './called-names.js';

/** People as the pupil calls them: a first name that two of their classmates share does not stand alone. */
export async function readCalled(
  ids: Iterable<string>,
  relations: Relations,
  { user, directory }: Pick<MessagingRequest, 'user' | 'directory'>,
): Promise<ReadonlyMap<string, Member>> {
  const classes = relations.memberOf.get(user.id) ?? new Set<string>();
  const classmates = [...relations.memberOf].flatMap(([personId, groups]) =>
    [...groups].some((groupId) => classes.has(groupId)) ? [personId] : [],
  );
  const named = [...new Set([...ids, ...classmates])];
  const others = named.filter((id) => !relations.profiles.has(id));
  const ofOthers = others.length > 0 ? (await directory.relations(others)).profiles : [];
  const profiles = new Map([...relations.profiles, ...ofOthers]);
  return calledNames(await directory.persons(named), { profiles });
}
