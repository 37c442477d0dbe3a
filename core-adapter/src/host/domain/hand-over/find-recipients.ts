// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRows } from '../../infra/database/insert-rows.js';
import { newId } from '../../infra/database/new-id.js';
import { batches } from '../directory/batches.js';
import { PersonRow } from '../directory/person.entity.js';
import { findLikenesses, type SoughtPupil } from './find-likenesses.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { ParcelRow } from './parcel.entity.js';
import { readPupils } from './read-pupils.js';

/**
 * Finds pupils of a school by the witnesses of parcels, when the account that was handed over has left every directory or is erased: the
 * parcels name these pupils from then on. When a likeness is not certain, an administrator is asked. Two accounts that directories name now
 * are two people until they are joined.
 * @param pupilIds the pupils of accepted parcels for the school that are not there
 */
export async function findRecipients(
  manager: EntityManager,
  uai: string,
  pupilIds: readonly string[],
  now: Date,
): Promise<void> {
  const sought = await readSought(manager, uai, pupilIds);
  if (sought.length === 0) return;
  const { found, doubts } = findLikenesses(sought, await readPupils(manager, uai, now));
  for (const [pupilId, recipientId] of found) {
    await manager.update(ParcelRow, { toUai: uai, pupilId, recipientId: IsNull() }, { recipientId });
  }
  const asked = await findQuestions(manager, uai, pupilIds);
  const known = new Set(asked.map(({ pupilId, candidateId }) => `${pupilId} ${candidateId}`));
  const open = { state: 'open', askedAt: now, decidedAt: null, decidedBy: null, reason: null } as const;
  const rows = doubts
    .filter(({ pupilId, candidateId }) => !known.has(`${pupilId} ${candidateId}`))
    .map((pair) => ({ id: newId(), toUai: uai, ...pair, ...open }));
  await insertRows(manager, ParcelQuestionRow, rows);
}

async function readSought(manager: EntityManager, uai: string, pupilIds: readonly string[]): Promise<SoughtPupil[]> {
  const sought: SoughtPupil[] = [];
  for (const batch of batches([...new Set(pupilIds)])) {
    const present = await manager.findBy(PersonRow, { id: In([...batch]), disabledAt: IsNull() });
    const gone = batch.filter((id) => !present.some((person) => person.id === id));
    if (gone.length === 0) continue;
    const rows = await manager.find(ParcelRow, {
      select: { id: true, pupilId: true, witnesses: true },
      where: { toUai: uai, pupilId: In(gone), state: 'accepted' },
      order: { offeredAt: 'DESC' },
    });
    const apart = (await findQuestions(manager, uai, gone)).filter(({ state }) => state === 'different');
    for (const pupilId of gone) {
      const witnesses = rows.find((row) => row.pupilId === pupilId)?.witnesses;
      const others = apart.filter((row) => row.pupilId === pupilId).map(({ candidateId }) => candidateId);
      if (witnesses) sought.push({ pupilId, witnesses, others: new Set(others) });
    }
  }
  return sought;
}

async function findQuestions(
  manager: EntityManager,
  toUai: string,
  pupilIds: readonly string[],
): Promise<ParcelQuestionRow[]> {
  return manager.findBy(ParcelQuestionRow, { toUai, pupilId: In([...pupilIds]) });
}
