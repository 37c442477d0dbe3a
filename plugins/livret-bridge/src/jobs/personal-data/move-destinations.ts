// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { DestinationRow } from '../../store/destination.entity.js';

/** Gives the collèges that a head chose for one pupil to another. Of two in one year, that of `to` stays. */
export async function moveDestinations({ db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const rows = db.repository(DestinationRow);
  for (const { id, year } of await rows.find({ where: { pupilId: from } })) {
    const isTaken = (await rows.count({ where: { pupilId: to, year } })) > 0;
    await (isTaken ? rows.delete({ id }) : rows.update({ id }, { pupilId: to }));
  }
}
