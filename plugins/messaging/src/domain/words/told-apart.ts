// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { isAdultOfSchool } from '../rules/is-adult-of-school.js';

/** Guardian → their children in the school. */
export type ChildrenOf = ReadonlyMap<string, readonly Pick<Member, 'givenName'>[]>;

/** The children by which a list tells guardians apart. Adults of the school know them; others are told of no child. */
export async function childrenToTell(
  personIds: readonly string[],
  { user, directory }: Pick<MessagingRequest, 'user' | 'directory'>,
): Promise<ChildrenOf> {
  return isAdultOfSchool(user) && personIds.length > 0 ? directory.childrenOf([...new Set(personIds)]) : new Map();
}

/** « Aurélie Jacquot, parent de Tom » */
export function nameApart(
  { id, displayName }: Pick<Member, 'id' | 'displayName'>,
  children: ChildrenOf,
  { t, format }: Pick<MessagingRequest, 't' | 'format'>,
): string {
  const names = (children.get(id) ?? []).map(({ givenName }) => givenName);
  return names.length === 0 ? displayName : `${displayName}, ${t('is.guardian', { children: format.list(names) })}`;
}

/** The people with the names by which a list tells them apart. */
export function namesApart(
  persons: ReadonlyMap<string, Member>,
  children: ChildrenOf,
  reader: Pick<MessagingRequest, 't' | 'format'>,
): ReadonlyMap<string, Member> {
  return new Map(
    [...persons].map(([id, person]) => [id, { ...person, displayName: nameApart(person, children, reader) }]),
  );
}
