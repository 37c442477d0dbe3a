// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, School, SchoolDirectory, SchoolWork } from '@volee/core-adapter';
import { partStatus } from '../works/part-status.js';
import type { WorkRow } from '../../store/work.entity.js';
import { findWork } from '../works/find-work.js';
import { findNamedPupil } from '../works/work-audience.js';

/** A pupil's part that a teacher of the class corrects. */
export interface CorrectedPart extends ResourceScope {
  readonly pupilId: string;
  readonly work: WorkRow;
  /** Whether the pupil is still to hand it in. */
  readonly isTheirTurn: boolean;
}

interface LoadPart extends Pick<SchoolWork, 'db' | 'clock' | 'schoolYear'> {
  readonly params: { readonly workId: string; readonly pupilId: string };
  readonly school: Pick<School, 'timeZone'>;
  readonly directory: Pick<SchoolDirectory, 'members' | 'joinedTo'>;
}

/** `load` of the forms that give a part back: a work that was handed out, and a pupil that it is for. */
export async function loadCorrected({
  params,
  db,
  school,
  clock,
  schoolYear,
  directory,
}: LoadPart): Promise<CorrectedPart | undefined> {
  const stored = await findWork(params.workId, { db, school });
  if (!stored) return undefined;
  // In the classes of last year nothing changes any more.
  if (stored.year < schoolYear) return undefined;
  const part = await findNamedPupil(stored, params.pupilId, { db, directory, schoolYear });
  if (!part) return undefined;
  const { pupilId, row, work } = part;
  const { isVisible, isTheirTurn } = partStatus({ work, part: row, now: clock.now(), schoolYear });
  if (!isVisible) return undefined;
  return { groupId: work.groupId, pupilId, visibleTo: ['teacher'], work, isTheirTurn };
}
