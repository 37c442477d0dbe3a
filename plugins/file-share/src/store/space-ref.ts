// SPDX-License-Identifier: EUPL-1.2
import type { SpaceKind } from './space.entity.js';

/** A space, whether anything lies in it or not. */
export interface SpaceRef {
  readonly kind: SpaceKind;
  /** The class or other group, of the kinds `group` and `team`. */
  readonly groupId: string | null;
  /** The person, of the kind `own`. */
  readonly ownerId: string | null;
}

export const SCHOOL_SPACE: SpaceRef = { kind: 'school', groupId: null, ownerId: null };

export function ownSpace(ownerId: string): SpaceRef {
  return { kind: 'own', groupId: null, ownerId };
}

export function groupSpace(groupId: string): SpaceRef {
  return { kind: 'group', groupId, ownerId: null };
}

export function teamSpace(groupId: string): SpaceRef {
  return { kind: 'team', groupId, ownerId: null };
}

/** The value of the column `holder`: in a school, no two spaces have the same. */
export function holderOf({ kind, groupId, ownerId }: SpaceRef): string {
  const id = groupId ?? ownerId;
  return id === null ? kind : `${kind}:${id}`;
}

export function spaceOfHolder(holder: string): SpaceRef | undefined {
  const [kind, id = ''] = holder.split(':');
  switch (kind) {
    case 'own':
      return ownSpace(id);
    case 'group':
      return groupSpace(id);
    case 'team':
      return teamSpace(id);
    default:
      return holder === 'school' ? SCHOOL_SPACE : undefined;
  }
}
