// SPDX-License-Identifier: EUPL-1.2
import { In, MoreThan } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { handedScope } from './handed-scope.js';
import { HandedRow } from '../../store/handed.entity.js';

type ReadingRequest = Pick<LivretRequest, 'access' | 'db' | 'directory' | 'clock' | 'schoolYear'>;

/** The class of the user in which the pupil is, and the last copy of the next pupil in it. */
export interface PlaceInClass {
  readonly groupId: string;
  readonly name: string;
  readonly next: { readonly id: string; readonly name: string } | undefined;
}

/** The place of a pupil in a class that the user teaches or heads; undefined for families. */
export async function placeInClass(pupilId: string, request: ReadingRequest): Promise<PlaceInClass | undefined> {
  const { access, directory } = request;
  const classes = (await access.groups('compare')).filter(({ kind }) => kind === 'class');
  if (classes.length === 0) return undefined;
  const own = (await directory.classesOf([pupilId])).get(pupilId);
  const group = classes.find(({ id }) => own?.some((one) => one.id === id));
  return group && { groupId: group.id, name: group.name, next: await nextIn(group.id, pupilId, request) };
}

async function nextIn(groupId: string, pupilId: string, request: ReadingRequest): Promise<PlaceInClass['next']> {
  const { access, db, directory, clock, schoolYear } = request;
  const members = await directory.members(groupId, 'pupil');
  const after = members.slice(members.findIndex(({ id }) => id === pupilId) + 1);
  const rows = await db.repository(HandedRow).find({
    select: ['id', 'pupilId', 'until'],
    where: { pupilId: In(after.map(({ id }) => id)), until: MoreThan(clock.now()) },
    order: { year: 'DESC', period: 'DESC', id: 'DESC' },
  });
  const levels = new Map(members.map(({ id, level }) => [id, level]));
  const scoped = rows.map((row) => ({
    ...row,
    ...handedScope(row, { level: levels.get(row.pupilId) ?? null, schoolYear }),
  }));
  const read = await access.filter('compare', scoped);
  const next = after.find(({ id }) => read.some((row) => row.pupilId === id));
  const last = next && read.find((row) => row.pupilId === next.id);
  return next && last && { id: last.id, name: next.displayName };
}
