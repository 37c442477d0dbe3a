// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolWork } from '@volee/core-adapter';
import { TraceRow } from '../../store/trace.entity.js';

export interface Reading {
  readonly bilanId: string;
  readonly pupilId: string;
  readonly personId: string;
  /** The instant of its publication: an earlier reading was one of an earlier version. */
  readonly since: Date | null;
}

export type ReadingContext = Pick<SchoolWork, 'db' | 'clock'>;

/** Notes that a person read a bilan, once for each day. Two requests at the same time note it once, and neither fails. */
export async function noteReading(context: ReadingContext, { since, ...reading }: Reading): Promise<void> {
  const { db, clock } = context;
  const traces = db.repository(TraceRow);
  const at = clock.now();
  const day = clock.today();
  const key = { bilanId: reading.bilanId, personId: reading.personId, readOn: day };
  const noted = await traces.findOne({ where: key });
  if (noted && since !== null && noted.at < since) {
    await traces.update({ id: noted.id }, { at });
  } else if (!noted) {
    try {
      await traces.insert([{ ...reading, personName: null, what: 'read', day, readOn: day, at, word: null }]);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}
