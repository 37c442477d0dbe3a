// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError, type Clock, type SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { openPartFolder } from '../works/work-folders.js';
import { firstWord } from './first-word.js';

/**
 * The folder of what goes back to a pupil. The part is marked as prepared first: a change of the work deletes the rows of parts to which
 * nothing has happened, and the files would be out of reach.
 * @throws as `markPrepared` does
 */
export async function openReturned(
  part: Pick<WorkPupilRow, 'id' | 'groupId' | 'pupilId'>,
  tools: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<NodeRow> {
  await markPrepared(part.id, tools);
  return openPartFolder(part, 'back', tools);
}

/**
 * Marks a part as prepared, unless it is. It is called again when its files are written: another tab may have found meanwhile that nothing
 * is prepared.
 * @throws NotFoundError when the row of the part was deleted meanwhile; ConflictError when another request changes it now
 */
export async function markPrepared(id: string, { db }: { readonly db: SchoolDatabase }): Promise<void> {
  const parts = db.repository(WorkPupilRow);
  const row = await parts.findOne({ where: { id } });
  if (!row) throw new NotFoundError('The work is no longer for the pupil.', { details: { part: id } });
  if (row.prepared !== null) return;
  if ((await parts.update({ id, prepared: IsNull() }, { prepared: firstWord(row) })) > 0) return;
  throw new ConflictError('The part of the pupil was changed meanwhile.');
}
