// SPDX-License-Identifier: EUPL-1.2
import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { CLOCK } from '../audit/actors.js';
import { EMPTIED } from './answer-parcels.js';
import { ParcelRow } from './parcel.entity.js';
import { WAITING } from './parcel-state.js';

/** Writes the end of parcels when their time is over, and removes their content. Of a further revision that came too late, the delivered one stays. */
export async function endParcels(manager: EntityManager, now: Date): Promise<void> {
  const late = { state: In([...WAITING]), answerBy: LessThanOrEqual(now) };
  const over = { ...EMPTIED, changedBy: CLOCK, changedAt: now };
  await manager.update(ParcelRow, { ...late, deliveredRevision: 0 }, { ...over, state: 'expired' });
  const delivered = { ...over, state: 'delivered', sha256: '', revision: () => 'deliveredRevision' } as const;
  await manager.update(ParcelRow, { ...late, deliveredRevision: MoreThan(0) }, delivered);
  await manager.update(ParcelRow, { state: 'delivered', until: LessThanOrEqual(now) }, { ...over, state: 'ended' });
}
