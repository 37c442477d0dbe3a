// SPDX-License-Identifier: EUPL-1.2
import type { Member, SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import type { ListedPart } from './listed-columns.js';

/** The columns of a work that tell the pupils that it is for. */
export type WorkAudience = Pick<WorkRow, 'id' | 'groupId' | 'year' | 'audience' | 'level' | 'collects'>;

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
 * Whether a pupil who has left the class keeps a part: it has begun or, until the school year ends, the work is to be read and was shown to
 * them, whatever its teacher changes since. A work that is to be done need not be done any more.
 */
export function staysWithLeaver(
  work: Pick<WorkRow, 'year' | 'collects'>,
  row: ListedPart | undefined,
  schoolYear: number,
): row is ListedPart {
  const isRead = row?.shown === true && !work.collects && work.year === schoolYear;
  return hasBegun(row) || isRead;
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
  work: WorkAudience,
  pupilId: string,
  { db, directory, schoolYear }: FindTools,
): Promise<WorkPupil<WorkPupilRow> | undefined> {
  const row = await db.repository(WorkPupilRow).findOne({ where: { workId: work.id, pupilId } });
  if (hasBegun(row)) return { pupilId, row };
  const member = (await directory.members(work.groupId, 'pupil')).find(({ id }) => id === pupilId);
  const isTheirs = member ? isForMember(work, member, row) : staysWithLeaver(work, row, schoolYear);
  return isTheirs ? { pupilId, row } : undefined;
}

/** As `findWorkPupil`, of the pupil that an address names: the id of a joined record leads to the pupil who stays (ADR 123). */
export async function findNamedPupil(
  work: WorkAudience,
  named: string,
  tools: FindTools & { readonly directory: Pick<SchoolDirectory, 'joinedTo'> },
): Promise<WorkPupil<WorkPupilRow> | undefined> {
  const found = await findWorkPupil(work, named, tools);
  if (found) return found;
  const pupilId = await tools.directory.joinedTo(named);
  return pupilId === undefined ? undefined : findWorkPupil(work, pupilId, tools);
}

function hasBegun(row: ListedPart | undefined): row is ListedPart {
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
