// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { moveBilans, type MoveContext } from './move-bilans.js';
import { moveDestinations } from './move-destinations.js';
import { moveHanded } from './move-handed.js';
import { moveReadings } from './move-readings.js';
import { replaceWriter } from './replace-writer.js';

/** Gives the rows of one person to another. Where two rows of a unique key meet, each table says which one stays. */
export async function movePerson(
  { db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>,
  context: MoveContext,
): Promise<void> {
  const bilans = db.repository(BilanRow);
  await moveBilans({ db, from, to }, context);
  await moveHanded({ db, from, to });
  await moveDestinations({ db, from, to });
  await moveTraces({ db, from, to });
  await moveReadings({ db, from, to });
  await bilans.update({ signedBy: from }, { signedBy: to });
  await bilans.update({ visaBy: from }, { visaBy: to });
  await replaceWriter(db, from, to);
}

async function moveTraces({ db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const read = db.repository(AcknowledgementRow);
  await read.update({ pupilId: from }, { pupilId: to });
  for (const { id, bilanId } of await read.find({ where: { personId: from } })) {
    const isTaken = (await read.count({ where: { bilanId, personId: to } })) > 0;
    await (isTaken ? read.delete({ id }) : read.update({ id }, { personId: to }));
  }
  await db.repository(TraceRow).update({ pupilId: from }, { pupilId: to });
  const traces = db.repository(TraceRow);
  for (const { id, bilanId, readOn } of await traces.find({ where: { personId: from, readOn: Not(IsNull()) } })) {
    const isTaken = (await traces.count({ where: { bilanId, personId: to, readOn: readOn ?? '' } })) > 0;
    await (isTaken ? traces.delete({ id }) : traces.update({ id }, { personId: to }));
  }
  await traces.update({ personId: from }, { personId: to });
  const phrases = db.repository(PhraseRow);
  for (const { id, text } of await phrases.find({ where: { ownerId: from } })) {
    const isTaken = (await phrases.count({ where: { ownerId: to, text } })) > 0;
    await (isTaken ? phrases.delete({ id }) : phrases.update({ id }, { ownerId: to }));
  }
}
