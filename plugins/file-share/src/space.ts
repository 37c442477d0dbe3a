// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, Group } from '@volee/core-adapter';

/** Where files lie: the space of a class, or of one person. */
export interface Space extends ResourceScope {
  readonly groupId: string | null;
  readonly ownerId: string | null;
  /** Finds its files. */
  readonly where: { readonly groupId: string } | { readonly ownerId: string };
  /** The permission to add files here and to delete them. */
  readonly writing: 'write' | 'own';
  /** The name of the class; a space of one's own needs none. */
  readonly className: string | null;
}

export function classSpace({ id, name }: Group): Space {
  return { groupId: id, ownerId: null, where: { groupId: id }, writing: 'write', className: name };
}

export function ownSpace(ownerId: string): Space {
  return { groupId: null, ownerId, where: { ownerId }, writing: 'own', className: null };
}
