// SPDX-License-Identifier: EUPL-1.2
import { In, LessThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { CLOCK } from '../audit/actors.js';
import { batches } from '../directory/batches.js';
import { EMPTIED } from './answer-parcels.js';
import { pupilKey } from './find-present-pupils.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { stateAt, WAITING } from './parcel-state.js';
import { ParcelRow } from './parcel.entity.js';

/**
 * Writes the end of parcels when their time is over, and removes their content. It runs at night, and not while the clock is in doubt. When
 * a later revision came too late, the delivered one stays.
 */
export async function endParcels(manager: EntityManager, now: Date): Promise<void> {
  const late: FindOptionsWhere<ParcelRow> = { state: In([...WAITING]), answerBy: LessThanOrEqual(now) };
  const over: FindOptionsWhere<ParcelRow> = { state: 'delivered', until: LessThanOrEqual(now) };
  const select = { id: true, state: true, deliveredRevision: true, answerBy: true, until: true } as const;
  // The rows are read without a lock and then written by id: MariaDB locks every row that an update examines.
  for (const row of await manager.find(ParcelRow, { select, where: [late, over] })) {
    const state = stateAt(row, now);
    const isBack = state === 'delivered';
    const changes = { ...EMPTIED, state, changedBy: CLOCK, changedAt: now };
    const back = isBack ? { sha256: '', revision: row.deliveredRevision } : {};
    await manager.update(ParcelRow, { id: row.id, state: row.state, answerBy: row.answerBy }, { ...changes, ...back });
  }
  await forgetQuestions(manager);
}

/** Deletes parcels that carry nothing any more and are about nobody that the host knows. */
export async function forgetParcelsOfNobody(manager: EntityManager): Promise<void> {
  const rows = await manager
    .createQueryBuilder(ParcelRow, 'parcel')
    .select('parcel.id', 'id')
    .where('parcel.state NOT IN (:...waiting)', { waiting: WAITING })
    .andWhere(
      'NOT EXISTS (SELECT 1 FROM core_person person WHERE person.id = COALESCE(parcel.recipientId, parcel.pupilId))',
    )
    .getRawMany<{ id: string }>();
  for (const batch of batches(rows)) await manager.delete(ParcelRow, { id: In(batch.map(({ id }) => id)) });
}

/** Deletes questions about pupils when nothing waits for them any more. */
async function forgetQuestions(manager: EntityManager): Promise<void> {
  const questions = await manager.find(ParcelQuestionRow, {
    select: { id: true, toUai: true, pupilId: true },
  });
  const needed = new Set<string>();
  for (const batch of batches([...new Set(questions.map(({ pupilId }) => pupilId))])) {
    const where = { state: In([...WAITING]), pupilId: In([...batch]) };
    const waiting = await manager.find(ParcelRow, { select: { id: true, toUai: true, pupilId: true }, where });
    for (const row of waiting) needed.add(pupilKey(row.toUai, row.pupilId));
  }
  const over = questions.filter((row) => !needed.has(pupilKey(row.toUai, row.pupilId)));
  for (const batch of batches(over)) await manager.delete(ParcelQuestionRow, { id: In(batch.map(({ id }) => id)) });
}
