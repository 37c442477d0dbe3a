// SPDX-License-Identifier: EUPL-1.2
import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import type { ParcelState } from '../../../api/hand-over/hand-over.js';
import type { ParcelUser } from './hand-over-context.js';
import { ParcelRow } from './parcel.entity.js';
import { stateAt, WAITING } from './parcel-state.js';

/** A parcel that was answered or recalled. */
export type Answered = Pick<ParcelRow, 'id' | 'fromUai' | 'toUai'>;

/** The columns of a parcel that carries nothing any more. */
export const EMPTIED = { content: null, witnesses: null } as const;

/**
 * Accepts or refuses parcels offered to the school, all or none. The statement checks the state, so that only one of two answers at once
 * counts.
 * @throws NotFoundError, ConflictError
 */
export async function answerParcels(
  manager: EntityManager,
  ids: readonly string[],
  answer: Pick<ParcelRow, 'state' | 'reason'>,
  { brick, school, user }: ParcelUser,
  now: Date,
): Promise<readonly Answered[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const there = { id: In(wanted), brick: brick.id, toUai: school.uai };
  const open = { ...there, state: 'offered' as const, answerBy: MoreThan(now) };
  const emptied = answer.state === 'refused' ? EMPTIED : {};
  const changes = { ...answer, ...emptied, changedBy: user.id, changedAt: now };
  const { affected } = await manager.update(ParcelRow, open, changes);
  const rows = await manager.find(ParcelRow, { select: ANSWERED, where: there });
  if (rows.length < wanted.length) throw unknownParcel();
  if (affected !== wanted.length) {
    throw changedMeanwhile(
      rows.find(({ state, changedAt }) => state !== answer.state || changedAt < now) ?? rows[0],
      now,
    );
  }
  return rows;
}

/**
 * Takes back a parcel of the school that is not delivered. When it is a later revision, the delivered one stays.
 * @throws NotFoundError, ConflictError
 */
export async function recallParcel(
  manager: EntityManager,
  id: string,
  { brick, school, user }: ParcelUser,
  now: Date,
): Promise<Answered> {
  const own = { id, brick: brick.id, fromUai: school.uai };
  const open = { ...own, state: In([...WAITING]), answerBy: MoreThan(now) };
  const changes = { ...EMPTIED, changedBy: user.id, changedAt: now };
  const first = { ...changes, state: 'recalled' } as const;
  const further = { ...changes, state: 'delivered', sha256: '', revision: () => 'deliveredRevision' } as const;
  const recalled = await manager.update(ParcelRow, { ...open, deliveredRevision: LessThanOrEqual(0) }, first);
  const stays = recalled.affected === 1 || (await manager.update(ParcelRow, open, further)).affected === 1;
  const row = await manager.findOne(ParcelRow, { select: ANSWERED, where: own });
  if (!row) throw unknownParcel();
  if (!stays) throw changedMeanwhile(row, now);
  return row;
}

const ANSWERED = {
  ...{ id: true, fromUai: true, toUai: true, state: true, answerBy: true, until: true },
  ...{ deliveredRevision: true, changedAt: true },
} as const;

const SENTENCES: Readonly<Record<ParcelState, string>> = {
  offered: 'A parcel was offered anew meanwhile.',
  accepted: 'A parcel was accepted meanwhile.',
  delivered: 'A parcel was delivered meanwhile.',
  refused: 'A parcel was refused meanwhile.',
  recalled: 'A parcel was recalled meanwhile by the school that offered it.',
  expired: 'The time to answer a parcel is over.',
  ended: 'A parcel has come to its end.',
};

function changedMeanwhile(row: Pick<ParcelRow, keyof typeof ANSWERED> | undefined, now: Date): ConflictError {
  const state = row ? stateAt(row, now) : 'ended';
  return new ConflictError(`${SENTENCES[state]} Nothing was changed.`, {
    remedy: 'Look at the list again.',
    details: { parcel: row?.id, state },
  });
}

function unknownParcel(): NotFoundError {
  return new NotFoundError('The school has no such parcel.');
}
