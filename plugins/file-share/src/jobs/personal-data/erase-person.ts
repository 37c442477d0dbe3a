// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonInSchool } from '@volee/core-adapter';
import { IsNull, Like, Not, type FindOptionsWhere } from 'typeorm';
import { usesOf } from '../../domain/content/count-uses.js';
import { removeContents } from '../../domain/content/remove-contents.js';
import { CopyPartRow, CopyRow } from '../../store/copy.entity.js';
import { FavouriteRow } from '../../store/favourite.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { aboveIn } from '../../domain/tree/find-node.js';
import { deleteWhere } from '../../domain/tree/delete-where.js';

/**
 * Removes what belongs to a person alone, a part at a time, with the content that no other file has, and their id from what stays with a class: also
 * what others put into a folder of theirs.
 */
export async function erasePerson(
  { db, storage, personId }: Pick<PersonInSchool, 'db' | 'storage' | 'personId'>,
  { clock }: { readonly clock: Clock },
): Promise<void> {
  await leaveToOthers(personId, { db });
  const theirs = [{ ownerId: personId }, { pupilId: personId }];
  const nodes = await db.repository(NodeRow).find({ where: theirs });
  await deleteWhere(theirs, { db, clock });
  await removeContents([...usesOf(nodes).keys()], { db, storage });
  await db.transaction(async () => {
    await db.repository(NodeRow).update({ addedBy: personId }, { addedBy: null, uploadMark: null });
    await db.repository(NodeRow).update({ trashedBy: personId }, { trashedBy: null });
    await db.repository(WorkRow).update({ addedBy: personId }, { addedBy: null });
    await db.repository(WorkPupilRow).delete({ pupilId: personId });
    await db.repository(WorkRoundRow).delete({ pupilId: personId });
    await db.repository(FavouriteRow).delete({ ownerId: personId });
    const copies = await db.repository(CopyRow).find({ where: { ownerId: personId } });
    for (const { id } of copies) await db.repository(CopyPartRow).delete({ copyId: id });
    await db.repository(CopyRow).delete({ ownerId: personId });
    await db.repository(SpaceRow).delete({ ownerId: personId });
  });
}

/**
 * Keeps what others put into folders of a pupil that only teachers and the pupil see in a class, with these folders. No other pupil sees
 * it.
 */
async function leaveToOthers(ownerId: string, { db }: Pick<PersonInSchool, 'db'>): Promise<void> {
  const nodes = db.repository(NodeRow);
  const theirs = { ownerId, spaceKind: 'group' as const };
  const readers = { readers: 'teachers', ownReaders: 'teachers' } as const;
  const forTeachers = { ...readers, ownerId: null, dropped: false, pupilsAdd: false };
  const byOthers = (where: FindOptionsWhere<NodeRow>): FindOptionsWhere<NodeRow>[] => [
    { ...where, addedBy: Not(ownerId) },
    { ...where, addedBy: IsNull() },
  ];
  for (const where of byOthers(theirs)) await nodes.update(where, forTeachers);
  for (const folder of await nodes.find({ where: { ...theirs, rank: FOLDER } })) {
    const below = { spaceId: folder.spaceId, above: Like(`${aboveIn(folder)}%`) };
    if ((await nodes.count({ where: byOthers({ ...below, rank: Not(FOLDER) }) })) === 0) continue;
    await nodes.update({ id: folder.id }, forTeachers);
    await nodes.update(below, { readers: 'teachers' });
  }
}
