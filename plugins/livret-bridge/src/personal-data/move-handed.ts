// SPDX-License-Identifier: EUPL-1.2
import { IsNull, Not } from 'typeorm';
import type { PersonMove } from '@volee/core-adapter';
import { HandedRow } from '../store/handed.entity.js';
import { TraceRow } from '../store/trace.entity.js';

type Move = Pick<PersonMove, 'db' | 'from' | 'to'>;

/** Gives the copies of one pupil to another. Of two copies of one bilan the newer revision stays, with the readings of both. */
export async function moveHanded({ db, from, to }: Move): Promise<void> {
  const rows = db.repository(HandedRow);
  for (const moved of await rows.find({ where: { pupilId: from } })) {
    const { fromSchool, key } = moved;
    const there = await rows.findOne({ where: { pupilId: to, fromSchool, key } });
    if (!there) {
      await rows.update({ id: moved.id }, { pupilId: to });
      continue;
    }
    const isNewer = moved.revision > there.revision;
    const [kept, other] = isNewer ? [moved, there] : [there, moved];
    await moveReadingsOf(db, other.id, kept.id);
    await rows.delete({ id: other.id });
    await rows.update({ id: kept.id }, { pupilId: to });
  }
}

async function moveReadingsOf(db: Move['db'], from: string, to: string): Promise<void> {
  const traces = db.repository(TraceRow);
  for (const { id, personId, readOn } of await traces.find({ where: { bilanId: from, readOn: Not(IsNull()) } })) {
    const isTaken =
      personId !== null && (await traces.count({ where: { bilanId: to, personId, readOn: readOn ?? '' } })) > 0;
    await (isTaken ? traces.delete({ id }) : traces.update({ id }, { bilanId: to }));
  }
  await traces.update({ bilanId: from }, { bilanId: to });
}
