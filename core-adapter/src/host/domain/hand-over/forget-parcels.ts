// SPDX-License-Identifier: EUPL-1.2
import { In, Not, type EntityManager } from 'typeorm';
import { CLI } from '../audit/actors.js';
import { EMPTIED } from './answer-parcels.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { WAITING } from './parcel-state.js';
import { ParcelRow } from './parcel.entity.js';

/** Deletes the parcels of erased people. A parcel that waits stays until `answerBy`, for the pupil identified by its witnesses. */
export async function forgetParcelsOf(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const persons = In([...ids]);
  const over = Not(In([...WAITING]));
  await manager.delete(ParcelRow, { pupilId: persons, state: over });
  await manager.delete(ParcelRow, { recipientId: persons, state: over });
  await manager.update(ParcelRow, { recipientId: persons }, { recipientId: null });
}

/**
 * Refuses the parcels that were offered to a school that is being closed, and ends those that it has received. Parcels that it has sent go
 * on.
 */
export async function endParcelsTo(manager: EntityManager, toUai: string, now: Date): Promise<void> {
  const over = { ...EMPTIED, changedBy: CLI, changedAt: now };
  const waiting = { toUai, state: In([...WAITING]) };
  await manager.update(ParcelRow, waiting, { ...over, state: 'refused', reason: null });
  await manager.update(ParcelRow, { toUai, state: 'delivered' }, { ...over, state: 'ended' });
  await manager.delete(ParcelQuestionRow, { toUai });
}

/** The parcels about a person, for an export: state, schools and dates. The brick exports their content. */
export async function parcelRecords(manager: EntityManager, personId: string): Promise<object[]> {
  const rows = await manager.find(ParcelRow, {
    where: [{ pupilId: personId }, { recipientId: personId }],
    order: { id: 'ASC' },
  });
  return rows.map((row) => {
    const { brick, fromUai, fromName, toUai, toName, key, state, reason, ...dates } = row;
    const { offeredAt, changedAt, answerBy, until } = dates;
    const schools = { from: { uai: fromUai, name: fromName }, to: { uai: toUai, name: toName } };
    return { brick, ...schools, key, state, reason, offeredAt, changedAt, answerBy, until };
  });
}
