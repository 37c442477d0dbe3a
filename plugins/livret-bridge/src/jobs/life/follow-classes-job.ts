// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import { WRITABLE_STATES } from '../../domain/bilan/state.js';
import { inscriptionClass, taughtAmong } from '../../domain/periods/inscription-class.js';
import { BilanRow } from '../../store/bilan.entity.js';

/** Registers a job after each sync: the teachers of a new class may sign before anybody has opened its grid. */
export function registerFollowingClasses({ jobs }: Pick<LivretBrick, 'jobs'>): void {
  jobs.provide('follow-classes', { data: z.object({}), afterSync: true }, followClasses);
}

/**
 * Puts the bilans of this year that teachers still write into the class of their pupil: after a change of class, or after two classes became one
 * that share some pupils alone. A bilan leaves a class of its pupil that nobody teaches where somebody teaches another one, and would write it
 * there. What is signed keeps its class, and so does the bilan of a pupil who is in no class, since directories lose pupils for a night. No
 * signature covers the class, so the revision stays: a page on which somebody types goes on.
 */
async function followClasses(
  { db, directory, schoolYear: year }: JobWork,
  _data: object,
  signal: AbortSignal,
): Promise<void> {
  const bilans = db.repository(BilanRow);
  const where = { year, kind: 'periodic' as const, state: In([...WRITABLE_STATES]) };
  const written = await bilans.find({ select: ['id', 'pupilId', 'classId'], where });
  const classes = await directory.classesOf([...new Set(written.map(({ pupilId }) => pupilId))]);
  const taught = await taughtAmong(classes.values(), directory);
  for (const { id, pupilId, classId } of written) {
    const now = classes.get(pupilId) ?? [];
    const inscribed = inscriptionClass(now, taught);
    const isIn = now.some((one) => one.id === classId);
    if (!inscribed || (isIn && (taught.has(classId) || !taught.has(inscribed.id)))) continue;
    signal.throwIfAborted();
    await bilans.update({ ...where, id, classId }, { classId: inscribed.id });
  }
}
