// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { groupSpace, ownSpace, SCHOOL_SPACE, teamSpace, type SpaceRef } from '../../store/space-ref.js';
import { addScope } from '../scope/node-scopes.js';
import { rootScope } from '../scope/root-scope.js';

export const KINDS: readonly Group['kind'][] = ['class', 'option', 'subject', 'work'];

type Access = FileShareRequest['access'];

/** A space that the user may open, with its name. */
export interface NamedSpace {
  readonly space: SpaceRef;
  /** « Mes fichiers », « CM1-CM2 », « Équipe de CM1-CM2 », « École » */
  readonly name: string;
}

/** The groups with a space that the user may read, by name. */
export async function groupsOf(access: Pick<Access, 'groups'>): Promise<Group[]> {
  return (await access.groups('read')).filter(({ kind }) => KINDS.includes(kind));
}

/** The group to open first: one that the user may write to, or else the first readable one, by name. */
export async function groupToOpen(access: Access): Promise<Group | undefined> {
  const groups = await groupsOf(access);
  for (const group of groups) if (await access.can('change', addScope(rootScope(groupSpace(group.id))))) return group;
  return groups[0];
}

/** The spaces of a user in this school year: their own, their classes with the team of each, the school, and other groups. */
export async function spacesOf({
  access,
  user,
  t,
}: Pick<FileShareRequest, 'access' | 'user' | 't'>): Promise<NamedSpace[]> {
  const groups = await groupsOf(access);
  const hasTeams = user.profiles.some((profile) => profile === 'teacher' || profile === 'head');
  const classes = groups.filter(({ kind }) => kind === 'class');
  const others = groups.filter(({ kind }) => kind !== 'class');
  const named = ({ id, name }: Group): NamedSpace => ({ space: groupSpace(id), name });
  return [
    ...((await access.can('own')) ? [{ space: ownSpace(user.id), name: t('own.title') }] : []),
    ...classes.flatMap((group) => [named(group), ...(hasTeams ? [teamOf(group, t)] : [])]),
    { space: SCHOOL_SPACE, name: t('school.title') },
    ...others.map(named),
  ];
}

function teamOf({ id, name }: Group, t: FileShareRequest['t']): NamedSpace {
  return { space: teamSpace(id), name: t('team.title', { class: name }) };
}
