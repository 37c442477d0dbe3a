// SPDX-License-Identifier: EUPL-1.2
import type { Member, SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import type { ListedPart } from './listed-columns.js';

/** A pupil with a part in a work; without a row nothing has happened to the part yet. */
export interface WorkPupil<Row = ListedPart> {
  readonly pupilId: string;
  readonly row: Row | undefined;
}

/** Whether a work is for a pupil who is in its class: picked pupils have a row. Whatever has begun stays the pupil's. */
export function isForMember(
  { audience, level }: Pick<WorkRow, 'audience' | 'level'>,
  pupil: Pick<Member, 'level'>,
  row: ListedPart | undefined,
): boolean {
  switch (audience) {
    case 'class':
      return true;
    case 'level':
      return hasBegun(row) || (level !== null && pupil.level === level);
    case 'picked':
      return row !== undefined;
  }
}

/**
 * The work as a pupil who has left the class, or has another level now, keeps it; undefined when they do not. A part that has begun is theirs.
 * Until the school year ends, so is a work that was shown to them to be read: as that alone, whatever its teacher changes since.
 */
export function workOfLeaver(work: WorkRow, row: ListedPart | undefined, schoolYear: number): WorkRow | undefined {
  if (hasBegun(row)) return work;
  if (row?.shownToRead !== true || work.year !== schoolYear) return undefined;
  if (!work.collects) return work;
  // Closed: what a leaver began would be theirs to hand in.
  return { ...work, collects: false, dueAt: null, lateUntil: null, closedAt: work.closedAt ?? work.changedAt };
}

/** A pupil's part with the work as it is for that pupil. */
export interface FoundPart extends WorkPupil<WorkPupilRow> {
  readonly work: WorkRow;
  /** Whether `workOfLeaver` tells the work: it is no longer for the pupil. Not asked of parts that have begun. */
  readonly isLeaver: boolean;
}

interface FindTools {
  readonly db: SchoolDatabase;
  readonly directory: Pick<SchoolDirectory, 'members'>;
  readonly schoolYear: number;
}

/**
 * The part of a pupil in a work, or undefined when the work is not for them. For `load`: in a handler, `members` refuses pupils and
 * guardians.
 */
export async function findWorkPupil(
  work: WorkRow,
  pupilId: string,
  { db, directory, schoolYear }: FindTools,
): Promise<FoundPart | undefined> {
  const row = await db.repository(WorkPupilRow).findOne({ where: { workId: work.id, pupilId } });
  if (hasBegun(row)) return { pupilId, row, work, isLeaver: false };
  const member = (await directory.members(work.groupId, 'pupil')).find(({ id }) => id === pupilId);
  if (member && isForMember(work, member, row)) return { pupilId, row, work, isLeaver: false };
  const kept = workOfLeaver(work, row, schoolYear);
  return kept && { pupilId, row, work: kept, isLeaver: true };
}

/** As `findWorkPupil`, of the pupil that an address names: the id of a joined record leads to the pupil who stays (ADR 123). */
export async function findNamedPupil(
  work: WorkRow,
  named: string,
  tools: FindTools & { readonly directory: Pick<SchoolDirectory, 'joinedTo'> },
): Promise<FoundPart | undefined> {
  const found = await findWorkPupil(work, named, tools);
  if (found) return found;
  const pupilId = await tools.directory.joinedTo(named);
  return pupilId === undefined ? undefined : findWorkPupil(work, pupilId, tools);
}

function hasBegun(row: ListedPart | undefined): boolean {
  return row !== undefined && row.state !== 'given';
}

export interface WorkPupils {
  /** The pupils who are asked for it, by family name: they are in the class now. */
  readonly asked: readonly (WorkPupil & { readonly pupil: Member })[];
  /** The pupils who have left the class and had begun before. */
  readonly left: readonly { readonly pupilId: string; readonly row: ListedPart }[];
}

/**
 * @param members the pupils of the class now
 * @param rows the parts of the work that have a row
 */
export function workPupils(
  work: Pick<WorkRow, 'audience' | 'level'>,
  members: readonly Member[],
  rows: readonly ListedPart[],
): WorkPupils {
  const rowOf = new Map(rows.map((row) => [row.pupilId, row]));
  const here = new Set(members.map(({ id }) => id));
  const asked = members.map((pupil) => ({ pupil, pupilId: pupil.id, row: rowOf.get(pupil.id) }));
  const left = rows.filter((row) => !here.has(row.pupilId) && hasBegun(row));
  return {
    asked: asked.filter(({ pupil, row }) => isForMember(work, pupil, row)),
    left: left.map((row) => ({ pupilId: row.pupilId, row })),
  };
}
