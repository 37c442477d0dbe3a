// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { Group } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { SpaceRow } from '../../store/space.entity.js';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { groupsOf } from '../space/spaces-of.js';
import { NodeRow } from '../../store/node.entity.js';

type Reader = Pick<FileShareRequest, 'access' | 'clock'>;

/** Whether it is the month before the classes of a year are out of reach of pupils and guardians: July, at the school. */
export function isLastMonth({ clock }: Pick<Reader, 'clock'>): boolean {
  return monthOf({ clock }) === '07';
}

/** Whether it is the time in which pupils look for their former class: from 1 August to 14 October (ADR 113). */
export function isAfterEnd({ clock }: Pick<Reader, 'clock'>): boolean {
  const day = clock.today().slice('YYYY-'.length);
  return day >= '08-01' && day <= '10-14';
}

function monthOf({ clock }: Pick<Reader, 'clock'>): string {
  return clock.today().slice(5, 7);
}

/** The profile by which a user loses a group on 1 August; teachers and heads have it for another year. */
export async function losesAs(
  groupId: string,
  { access }: Pick<Reader, 'access'>,
): Promise<'pupil' | 'guardian' | undefined> {
  const profiles = await access.heldAs('read', { groupId });
  if (profiles.includes('teacher') || profiles.includes('head')) return undefined;
  return profiles.includes('pupil') ? 'pupil' : profiles.includes('guardian') ? 'guardian' : undefined;
}

/** In July, the groups with files that the user has until the end of the month. */
export async function endingGroups(request: Reader & Pick<FileShareRequest, 'db'>): Promise<Group[]> {
  const { access, db } = request;
  if (!isLastMonth(request)) return [];
  const ending: Group[] = [];
  for (const group of await groupsOf(access)) if (await losesAs(group.id, request)) ending.push(group);
  if (ending.length === 0) return [];
  const holders = ending.map(({ id }) => holderOf(groupSpace(id)));
  const spaces = await db.repository(SpaceRow).find({ where: { holder: In(holders) } });
  const parentIds = spaces.map(({ id }) => id);
  const roots =
    spaces.length === 0
      ? []
      : await db.repository(NodeRow).find({ where: { parentId: In(parentIds), foldedName: '' } });
  const filled = new Set(roots.filter(({ files }) => files > 0).map(({ spaceId }) => spaceId));
  const kept = new Set(spaces.filter(({ id }) => filled.has(id)).map(({ holder }) => holder));
  return ending.filter(({ id }) => kept.has(holderOf(groupSpace(id))));
}
