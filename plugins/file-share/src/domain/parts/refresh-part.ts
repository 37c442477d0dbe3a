// SPDX-License-Identifier: EUPL-1.2
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { findWork } from '../works/find-work.js';
import type { PartTools } from './change-part.js';
import type { LoadedPart } from './load-part.js';
import { partStatus } from '../works/part-status.js';
import { workOfLeaver } from '../works/work-audience.js';

/** A part as it is after another request has changed it. */
export async function refreshPart(part: LoadedPart, tools: PartTools): Promise<LoadedPart> {
  const { pupilId } = part;
  const { db, clock, schoolYear } = tools;
  const stored = (await findWork(part.work.id, tools)) ?? part.work;
  const row = await db.repository(WorkPupilRow).findOne({ where: { workId: stored.id, pupilId } });
  const work = part.isLeaver ? (workOfLeaver(stored, row, schoolYear) ?? part.work) : stored;
  return { ...part, work, row, status: partStatus({ work, part: row, now: clock.now(), schoolYear }) };
}
