// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { ReadingRow } from '../../store/reading.entity.js';

/** The maximum number of tries. When several requests come at once, one of them writes at each try, so few tries are enough. */
const TRIES = 10;

type NotingRequest = Pick<LivretRequest, 'db' | 'clock' | 'user'>;

/**
 * Notes that the user reads results of these pupils today: one statement when all were noted before, and two otherwise, whatever their
 * number. When several requests come at once, the unique index lets one of them write; the others read again, and write what is left.
 */
export async function noteReadings(pupilIds: readonly string[], request: NotingRequest): Promise<void> {
  const { db, clock, user } = request;
  if (pupilIds.length === 0) return;
  const readings = db.repository(ReadingRow);
  const [day, at, personId] = [clock.today(), clock.now(), user.id];
  for (let left = TRIES; ; left -= 1) {
    const noted = new Set(
      (await readings.find({ where: { personId, day, pupilId: In([...pupilIds]) } })).map(({ pupilId }) => pupilId),
    );
    // The order is the same for everybody, so that two statements do not wait for each other.
    const missing = pupilIds.filter((pupilId) => !noted.has(pupilId)).sort();
    if (missing.length === 0) return;
    try {
      await readings.insert(missing.map((pupilId) => ({ pupilId, personId, day, at })));
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || left === 0) throw error;
    }
  }
}
