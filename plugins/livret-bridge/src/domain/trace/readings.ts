// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { MoreThanOrEqual } from 'typeorm';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { TraceRow } from '../../store/trace.entity.js';

/** A person who read a bilan since its publication. */
export interface ReadBy {
  readonly personId: string;
  /** The instant of the last reading. */
  readonly at: Date;
  /** The instant at which they confirmed that they have read it; undefined for people who have not. */
  readonly confirmedAt: Date | undefined;
}

/** The people who read a bilan since an instant, the first one first. Confirming is reading. */
export async function readingsOf(bilanId: string, since: Date, db: SchoolDatabase): Promise<readonly ReadBy[]> {
  const where = { bilanId, at: MoreThanOrEqual(since) };
  const confirmed = await db.repository(AcknowledgementRow).find({ where, order: { at: 'ASC', id: 'ASC' } });
  const read = await db
    .repository(TraceRow)
    .find({ where: { ...where, what: 'read' }, order: { at: 'ASC', id: 'ASC' } });
  const last = new Map<string, ReadBy>();
  for (const { personId, at } of read)
    if (personId !== null) last.set(personId, { personId, at, confirmedAt: undefined });
  for (const { personId, at } of confirmed) {
    last.set(personId, { personId, at: last.get(personId)?.at ?? at, confirmedAt: at });
  }
  return [...last.values()];
}
