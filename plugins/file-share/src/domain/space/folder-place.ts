// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase, SchoolWork } from '@volee/core-adapter';
import { groupSpace, holderOf, SCHOOL_SPACE, spaceOfHolder, teamSpace, type SpaceRef } from '../../store/space-ref.js';
import { rootScope } from '../scope/root-scope.js';
import { findRoot } from './open-space.js';
import { addScope, readScope, type NodeWithScope } from '../scope/node-scopes.js';
import type { NodeRow } from '../../store/node.entity.js';
import { findFolder } from '../tree/find-node.js';
import type { FolderAt } from '../../paths.js';

/** A folder, or the root of a space that nobody with the right to add has opened yet. */
export interface FolderPlace extends ResourceScope, FolderAt {
  readonly folder: NodeRow | undefined;
}

type LoadTools = Pick<SchoolWork, 'db'>;

type ScopeOf = (folder: NodeWithScope) => ResourceScope;

/** The folder of an address, with the scope of reading it. */
export function toRead<P>(find: FindPlace<P>): LoadPlace<P> {
  return async ({ params, db }) => withScope(await find(params, { db }), readScope);
}

/** The folder of an address, with the scope of adding to it. */
export function toAdd<P>(find: FindPlace<P>): LoadPlace<P> {
  return async ({ params, db }) => withScope(await find(params, { db }), addScope);
}

export type FindPlace<P> = (params: P, tools: LoadTools) => Promise<UnscopedPlace | undefined>;
type LoadPlace<P> = (input: { params: P; db: SchoolDatabase }) => Promise<FolderPlace | undefined>;
type UnscopedPlace = Pick<FolderPlace, 'space' | 'folderId' | 'folder'>;

function withScope(place: UnscopedPlace | undefined, scopeOf: ScopeOf): FolderPlace | undefined {
  return place && { ...place, ...scopeOf(place.folder ?? rootScope(place.space)) };
}

export const findById: FindPlace<{ id: string }> = async ({ id }, tools) => {
  const folder = await findFolder(id, tools);
  return folder && placeOf(folder);
};

/** A folder by its id, or the root of a space by the holder of the space. */
export const findByKey: FindPlace<{ id: string }> = async ({ id }, tools) => {
  const space = spaceOfHolder(id);
  return space ? findSpace(space, tools) : findById({ id }, tools);
};

export const findGroup: FindPlace<{ groupId: string }> = ({ groupId }, tools) => findSpace(groupSpace(groupId), tools);
export const findTeam: FindPlace<{ groupId: string }> = ({ groupId }, tools) => findSpace(teamSpace(groupId), tools);
export const findSchool: FindPlace<unknown> = (_params, tools) => findSpace(SCHOOL_SPACE, tools);

export async function findSpace(space: SpaceRef, tools: LoadTools): Promise<UnscopedPlace> {
  return { space, folder: await findRoot(space, tools) };
}

/**
 * The id of a folder in the addresses that add to it. The root of a group has its holder there: a class that becomes another one loses its root,
 * and an address with the class leads to the other one.
 */
export function keyOf({ space, folder, folderId }: UnscopedPlace): string {
  return folder && (folderId !== undefined || space.groupId === null) ? folder.id : holderOf(space);
}

/** A folder with its address. The folders of works have none: they are parts of the pages of their work. */
export function placeOf(folder: NodeRow): UnscopedPlace | undefined {
  const { spaceKind, groupId, ownerId, id, above } = folder;
  if (spaceKind === 'work') return undefined;
  const space = { kind: spaceKind, groupId, ownerId };
  return { space, folder, ...(above !== '' && { folderId: id }) };
}
