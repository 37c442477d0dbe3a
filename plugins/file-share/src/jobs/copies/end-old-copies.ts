// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { LessThan, Not } from 'typeorm';
import { CopyRow } from '../../store/copy.entity.js';
import { endCopy } from './copy-job.js';

const DAY = 86_400_000;
/** The days for which the end of a copy is shown, unless its person has read it. */
const SHOWN_DAYS = 30;

/** A copy that did not go on for a day, as where the brick is off, ends and says so. What ended long ago is shown no more. */
export async function endOldCopies({ db, clock }: Pick<SchoolWork, 'db' | 'clock'>): Promise<void> {
  const copies = db.repository(CopyRow);
  const before = (days: number): Date => new Date(clock.now().getTime() - days * DAY);
  for (const { id } of await copies.find({ where: { state: 'running', changedAt: LessThan(before(1)) } })) {
    await db.transaction(() => endCopy(id, 'late', { db, clock }));
  }
  await copies.delete({ state: Not('running' as const), changedAt: LessThan(before(SHOWN_DAYS)) });
}
