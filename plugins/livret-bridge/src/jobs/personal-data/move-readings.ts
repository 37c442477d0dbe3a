// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ReadingRow } from '../../store/reading.entity.js';

type Move = Pick<PersonMove, 'db' | 'from' | 'to'>;

/** Gives the readings about one person, and those by them, to another. Of two of one pupil, reader and day, one stays. */
export async function moveReadings(move: Move): Promise<void> {
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
