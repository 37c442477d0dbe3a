// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Clock, type SchoolWork } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import type { WorkPlan } from './work-plan.js';

const MINUTE = 60_000;

type SaveTools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * Keeps a new work as a draft, in one transaction with the picked pupils.
 * @throws ConflictError when the form has begun a work before
 */
export async function addWork(
  { pupilIds, shownIds, ...columns }: WorkPlan,
  of: Pick<WorkRow, 'groupId' | 'year' | 'addedBy' | 'formKey'>,
  { db, clock }: SaveTools,
): Promise<WorkRow> {
  return db.transaction(async () => {
    const draft = { isDraft: true, closedAt: null, deletedFiles: 0, changedAt: clock.now() };
    const work = await db.repository(WorkRow).insertOne({ ...columns, ...of, ...draft });
    await pickPupils(work, { pupilIds, shownIds }, { db });
    return work;
  });
}

/**
 * Changes a work; `isDraft: false` hands a draft out. It costs no row for a whole class, and no byte.
 * @returns the work as it is now
 * @throws ConflictError when another person changed it after the version that this change was written for
 */
export async function changeWork(
  work: WorkRow,
  { pupilIds, shownIds, ...columns }: WorkPlan,
  { isDraft }: Pick<WorkRow, 'isDraft'>,
  { db, clock }: SaveTools,
): Promise<WorkRow> {
  const changes = { ...columns, isDraft, changedAt: later(work, clock) };
  return db.transaction(async () => {
    const changed = await db.repository(WorkRow).update({ id: work.id, changedAt: work.changedAt }, changes);
    if (changed === 0)
      throw new ConflictError('Another person changed the work meanwhile.', { details: { work: work.id } });
    await pickPupils({ ...work, ...columns }, { pupilIds, shownIds }, { db });
    const isOtherLevel = columns.audience === 'level' && columns.level !== work.level;
    if (isOtherLevel && shownIds.length > 0) {
      // The teacher takes it away; a directory that changes the level of a pupil does not (ADR 65).
      const others = { workId: work.id, pupilId: In(shownIds), shownToRead: true };
      await db.repository(WorkPupilRow).update(others, { shownToRead: false });
    }
    return { ...work, ...changes };
  });
}

/** Two changes in one millisecond are two versions. A time of a clock that was ahead is left behind: works are shown by it. */
export function later({ changedAt }: Pick<WorkRow, 'changedAt'>, clock: Clock): Date {
  const now = clock.now().getTime();
  const next = changedAt.getTime() + 1;
  return new Date(next - now > MINUTE ? now : Math.max(now, next));
}

/**
 * Picked pupils have a row from the beginning. A pupil who is no longer picked loses it, unless something has happened to the part, or the
 * form did not show them, since a sync had left them out of the class. A work for all or for a level keeps the rows of pupils who have seen
 * it: these count once pupils are picked.
 */
async function pickPupils(
  { id: workId, groupId, audience }: Pick<WorkRow, 'id' | 'groupId' | 'audience'>,
  { pupilIds, shownIds }: Pick<WorkPlan, 'pupilIds' | 'shownIds'>,
  { db }: Pick<SaveTools, 'db'>,
): Promise<void> {
  const parts = db.repository(WorkPupilRow);
  const rows = await parts.find({ where: { workId } });
  const [wanted, shown] = [new Set(pupilIds), new Set(shownIds)];
  const unticked = rows.filter(({ pupilId }) => audience === 'picked' && shown.has(pupilId) && !wanted.has(pupilId));
  const idle = unticked.filter(isUntouched);
  if (idle.length > 0) await parts.delete({ id: In(idle.map(({ id }) => id)), ...IDLE });
  const known = new Set(rows.map(({ pupilId }) => pupilId));
  const added = pupilIds.filter((pupilId) => !known.has(pupilId));
  if (added.length > 0) await parts.insert(added.map((pupilId) => ({ workId, groupId, pupilId, ...UNTOUCHED })));
}

/** A part to which nothing has happened. */
export const UNTOUCHED = {
  ...{ state: 'given', startedAt: null, handedInAt: null, takenBackAt: null, late: false },
  ...{
    word: '',
    answer: '',
    prepared: null,
    ready: null,
    givenBackAt: null,
    undo: null,
    remindedAt: null,
    shown: false,
    shownToRead: false,
    revision: 0,
  },
} as const satisfies Partial<WorkPupilRow>;

/** The condition of rows to which nothing has happened, as `isUntouched` says. */
const IDLE = { state: 'given', prepared: IsNull() } as const;

/** Whether something has happened to a part of a work, as `isUntouched` says: then the work is not taken back. */
export async function hasTouchedPart(
  { id: workId }: Pick<WorkRow, 'id'>,
  { db }: Pick<SaveTools, 'db'>,
): Promise<boolean> {
  const touched = [
    { workId, state: Not('given' as const) },
    { workId, prepared: Not(IsNull()) },
  ];
  return (await db.repository(WorkPupilRow).count({ where: touched })) > 0;
}

/** Whether nothing has happened to a part: a teacher may take the work away from the pupil. */
function isUntouched({ state, prepared }: Pick<WorkPupilRow, 'state' | 'prepared'>): boolean {
  return state === 'given' && prepared === null;
}
