// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { ParcelState } from '../../../api/hand-over/hand-over.js';
import { enqueueDeliveries } from './enqueue-deliveries.js';
import { isWaiting } from './parcel-state.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { ParcelRow } from './parcel.entity.js';

const MOVED = {
  ...{ id: true, brick: true, fromUai: true, toUai: true, key: true, offeredAt: true, state: true },
  deliveredRevision: true,
} as const;

type MovedParcel = Pick<ParcelRow, keyof typeof MOVED>;

const OVER: readonly ParcelState[] = ['refused', 'recalled', 'expired'];

/**
 * Gives the parcels of one person to another, when the two become one. Of two parcels with the same key, the newer one stays, unless nothing
 * comes of it any more and the older one waits.
 */
export async function moveParcels(manager: EntityManager, from: string, to: string, now: Date): Promise<void> {
  const rows: MovedParcel[] = await manager.find(ParcelRow, { select: MOVED, where: { pupilId: from } });
  const there: MovedParcel[] = await manager.find(ParcelRow, { select: MOVED, where: { pupilId: to } });
  const keyOf = ({ brick, fromUai, toUai, key }: MovedParcel): string => JSON.stringify([brick, fromUai, toUai, key]);
  const twins = new Map(there.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const twin = twins.get(keyOf(row));
    if (!twin) {
      await manager.update(ParcelRow, { id: row.id }, { pupilId: to });
      continue;
    }
    const [newer, older] = row.offeredAt > twin.offeredAt ? [row, twin] : [twin, row];
    const [kept, dropped] = OVER.includes(newer.state) && isWaiting(older) ? [older, newer] : [newer, older];
    await manager.delete(ParcelRow, { id: dropped.id });
    const deliveredRevision = Math.max(kept.deliveredRevision, dropped.deliveredRevision);
    const revision = deliveredRevision + (isWaiting(kept) ? 1 : 0);
    await manager.update(ParcelRow, { id: kept.id }, { pupilId: to, deliveredRevision, revision: revision || 1 });
  }
  await manager.update(ParcelRow, { recipientId: from }, { recipientId: to });
  await moveQuestions(manager, from, to);
  const moved = await manager.find(ParcelRow, {
    select: { id: true, toUai: true },
    where: [
      { pupilId: to, state: 'accepted' },
      { recipientId: to, state: 'accepted' },
    ],
  });
  await enqueueDeliveries(
    manager,
    moved.map(({ toUai }) => toUai),
    now,
  );
}

/**
 * Moves the questions about a person. A question between the two is answered; of two questions about one pair, that of the person who stays
 * is kept.
 */
async function moveQuestions(manager: EntityManager, from: string, to: string): Promise<void> {
  const rows = await manager.find(ParcelQuestionRow, { where: [{ pupilId: from }, { candidateId: from }] });
  const instead = (id: string): string => (id === from ? to : id);
  for (const { id, toUai, pupilId, candidateId } of rows) {
    const pair = { pupilId: instead(pupilId), candidateId: instead(candidateId) };
    const isAnswered = pair.pupilId === pair.candidateId;
    if (isAnswered || (await manager.existsBy(ParcelQuestionRow, { toUai, ...pair })))
      await manager.delete(ParcelQuestionRow, { id });
    else await manager.update(ParcelQuestionRow, { id }, pair);
  }
}
