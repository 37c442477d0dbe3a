// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { IsNull, Not, In } from 'typeorm';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { moveBilans, type MoveContext } from './move-bilans.js';
import { moveHanded } from './move-handed.js';
import { replaceWriter } from './replace-writer.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { ReadingRow } from '../../store/reading.entity.js';

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
  for (const { id, bilanId, at } of await read.find({ where: { personId: from } })) {
    const there = await read.findOne({ where: { bilanId, personId: to } });
    // The later confirmation may be the one of the present publication.
    const isOlder = there !== undefined && there.at >= at;
    if (there && !isOlder) await read.delete({ id: there.id });
    await (isOlder ? read.delete({ id }) : read.update({ id }, { personId: to }));
  }
  await db.repository(TraceRow).update({ pupilId: from }, { pupilId: to });
  const traces = db.repository(TraceRow);
  for (const { id, bilanId, readOn, at } of await traces.find({ where: { personId: from, readOn: Not(IsNull()) } })) {
    const there = await traces.findOne({ where: { bilanId, personId: to, readOn: readOn ?? '' } });
    const isOlder = there !== undefined && there.at >= at;
    if (there && !isOlder) await traces.delete({ id: there.id });
    await (isOlder ? traces.delete({ id }) : traces.update({ id }, { personId: to }));
  }
  await traces.update({ personId: from }, { personId: to });
  const phrases = db.repository(PhraseRow);
  for (const { id, text } of await phrases.find({ where: { ownerId: from } })) {
    const isTaken = (await phrases.count({ where: { ownerId: to, text } })) > 0;
    await (isTaken ? phrases.delete({ id }) : phrases.update({ id }, { ownerId: to }));
  }
}

/** Gives the collèges that a head chose for one pupil to another. When both have one in a year, that of `to` stays. */
async function moveDestinations({ db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>): Promise<void> {
  const rows = db.repository(DestinationRow);
  for (const { id, year } of await rows.find({ where: { pupilId: from } })) {
    const isTaken = (await rows.count({ where: { pupilId: to, year } })) > 0;
    await (isTaken ? rows.delete({ id }) : rows.update({ id }, { pupilId: to }));
  }
}

type Move = Pick<PersonMove, 'db' | 'from' | 'to'>;

/** Gives the readings about one person, and by them, to another. When two have the same pupil, reader and day, one stays. */
async function moveReadings(move: Move): Promise<void> {
  await moveBy('pupilId', move);
  await moveBy('personId', move);
}

async function moveBy(column: 'pupilId' | 'personId', { db, from, to }: Move): Promise<void> {
  const readings = db.repository(ReadingRow);
  const keyOf = (row: ReadingRow): string => `${row.day} ${String(column === 'pupilId' ? row.personId : row.pupilId)}`;
  const there = new Set((await readings.find({ where: { [column]: to } })).map(keyOf));
  const twice = (await readings.find({ where: { [column]: from } })).filter((row) => there.has(keyOf(row)));
  await readings.delete({ id: In(twice.map(({ id }) => id)) });
  await readings.update({ [column]: from }, { [column]: to });
}
