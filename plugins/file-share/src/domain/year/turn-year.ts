// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import type { Settings } from '../../settings.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { deleteWhere } from '../tree/delete-where.js';
import { isInSummer, lastYears } from '../time/kept-years.js';

type YearWork = Pick<JobWork, 'db' | 'clock' | 'school' | 'schoolYear'>;

/**
 * Closes what is open to pupils in groups of past years, then, except in summer, deletes what is no longer kept. All of it can happen again
 * after a crash: each part finds what is left.
 */
export async function turnYear(work: YearWork, keepWorks: Settings['keepWorks'], signal: AbortSignal): Promise<void> {
  const { clock, school, schoolYear } = work;
  await closeFolders(work);
  const calendar = { now: clock.now(), schoolYear, zone: school.timeZone };
  if (isInSummer(calendar)) return;
  const years = lastYears(keepWorks, calendar);
  await deleteParts(years.parts, work, signal);
  await deleteSpaces(years.spaces, work, signal);
}

/** Pupils change nothing in a class of last year. */
async function closeFolders({ db, schoolYear }: YearWork): Promise<void> {
  const past = await db.repository(SpaceRow).find({ where: { year: LessThan(schoolYear) } });
  for (const { id } of past) {
    await db.repository(NodeRow).update({ spaceId: id, pupilsAdd: true }, { pupilsAdd: false });
  }
}

/** Deletes the parts of pupils, with their files; the work itself, which names no pupil, stays for its teachers. */
async function deleteParts(year: number, { db, clock }: YearWork, signal: AbortSignal): Promise<void> {
  const works = await db.repository(WorkRow).find({ select: ['id'], where: { year: LessThanOrEqual(year) } });
  for (const { id } of works) {
    const parts = db.repository(WorkPupilRow);
    const ids = (await parts.find({ where: { workId: id } })).map((part) => part.id);
    if (ids.length === 0) continue;
    await deleteWhere([{ parentId: In(ids), pupilId: Not(IsNull()) }], { db, clock, signal });
    await db.repository(WorkRoundRow).delete({ workId: id });
    await parts.delete({ workId: id });
  }
}

/** Deletes the spaces of past years. */
async function deleteSpaces(year: number, { db, clock }: YearWork, signal: AbortSignal): Promise<void> {
  const ended = { year: LessThanOrEqual(year) };
  const spaces = db.repository(SpaceRow);
  for (const { id } of await spaces.find({ where: ended })) {
    await deleteWhere([{ spaceId: id }], { db, clock, signal });
    await spaces.delete({ id });
  }
  // Their parts are deleted by now.
  await db.repository(WorkRow).delete(ended);
}
