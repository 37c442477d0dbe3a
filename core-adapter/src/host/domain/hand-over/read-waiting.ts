// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { ParcelWaiting } from '../../../api/hand-over/hand-over.js';
import { findInForce } from '../activation/find-rules.js';
import { findPresentPupils, pupilKey, recipientOf } from './find-present-pupils.js';
import type { ParcelReading } from './hand-over-context.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import type { ParcelRow } from './parcel.entity.js';

type Waiting = Pick<ParcelRow, 'brick' | 'toUai' | 'pupilId' | 'recipientId' | 'state'>;

/** The reason why each of these parcels of one brick is not delivered yet, if it is accepted. */
export async function readWaiting(
  reading: ParcelReading,
  rows: readonly Waiting[],
): Promise<(row: Waiting) => ParcelWaiting> {
  const accepted = rows.filter(({ state }) => state === 'accepted');
  if (accepted.length === 0) return () => 'arrival';
  const { unitOfWork, clock } = reading;
  const uais = [...new Set(accepted.map(({ toUai }) => toUai))];
  const brick = In([...new Set(accepted.map((row) => row.brick))]);
  const on = new Set((await findInForce(unitOfWork, { brick, uai: In(uais) }, clock.now())).map(({ uai }) => uai));
  const present = await unitOfWork.run((manager) => findPresentPupils(manager, accepted, clock.now()));
  const open = await unitOfWork.run((manager) => manager.findBy(ParcelQuestionRow, { toUai: In(uais), state: 'open' }));
  const asked = new Set(open.map(({ toUai, pupilId }) => pupilKey(toUai, pupilId)));
  return (row) => {
    if (!on.has(row.toUai)) return 'brick';
    if (present.has(pupilKey(row.toUai, recipientOf(row)))) return 'delivery';
    return asked.has(pupilKey(row.toUai, row.pupilId)) ? 'question' : 'arrival';
  };
}
