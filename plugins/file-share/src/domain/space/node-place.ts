// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { hasOwnWord } from '../readers/has-own-word.js';
import { changeScope, readScope } from '../scope/node-scopes.js';
import type { NodeRow } from '../../store/node.entity.js';
import { findNode } from '../tree/find-node.js';

/** A folder or file that is no root, with the folder around it. */
export interface NodePlace {
  readonly node: NodeRow;
  readonly parent: NodeRow;
}

export type ScopedNode = NodePlace & ResourceScope;

type LoadNode = (input: { params: { id: string }; db: SchoolDatabase }) => Promise<ScopedNode | undefined>;

export const nodeToRead: LoadNode = withScope(({ node }) => readScope(node));

export const nodeToChange: LoadNode = withScope(scopeOfChange);

/** The node of an address, with the scope of choosing its readers: not its pupil's, in a folder that is open to pupils. */
export const nodeToShow: LoadNode = withScope(({ node }) => (hasOwnWord(node) ? changeScope(node, false) : undefined));

/** The scope of renaming, moving and deleting a node. */
export function scopeOfChange({ node, parent }: NodePlace): ResourceScope {
  return changeScope(node, parent.pupilsAdd);
}

function withScope(scopeOf: (place: NodePlace) => ResourceScope | undefined): LoadNode {
  return async ({ params: { id }, db }) => {
    const node = await findNode(id, { db });
    // A node of a work has the addresses of its work.
    if (!node || node.above === '' || node.spaceKind === 'work') return undefined;
    const parent = await findNode(node.parentId, { db });
    const scope = parent && scopeOf({ node, parent });
    return scope && { ...scope, node, parent };
  };
}
