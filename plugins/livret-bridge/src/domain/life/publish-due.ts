// SPDX-License-Identifier: EUPL-1.2
import type { School, SchoolWork } from '@volee/core-adapter';
import { LessThanOrEqual } from 'typeorm';
import type { Catalogues } from '../catalogue/catalogues.js';
import { publishedUntil } from '../periods/closing-year.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import { isAsSigned } from '../bilan/hash-of-row.js';
import type { PeriodOfYear } from './enqueue-publication.js';
import { keepComparisons } from './keep-comparisons.js';

/** Bilans in one transaction: other requests wait for no longer than these take. */
const PART = 50;

interface PublishContext extends Pick<SchoolWork, 'db' | 'clock' | 'log'> {
  readonly school: Pick<School, 'timeZone'>;
  readonly catalogues: Catalogues;
  /** The one period to publish, if its instant has come. */
  readonly only?: PeriodOfYear;
}

/**
 * Publishes the endorsed bilans of periods for which the head's instant has come. Each bilan is moved by a statement of its own, so that
 * the job can run again after a crash. A bilan that differs from what was signed stays, and the log names it.
 */
export async function publishDue(context: PublishContext, signal: AbortSignal): Promise<void> {
  const { db, clock, school, only } = context;
  const due = await db
    .repository(PeriodRow)
    .find({ where: { ...only, publishAt: LessThanOrEqual(clock.now()) }, order: { year: 'ASC', period: 'ASC' } });
  for (const { year, period, publishAt } of due) {
    if (publishAt === null || publishAt >= publishedUntil(year, school.timeZone)) continue;
    const where = { year, period, state: 'visa' as const };
    let part = await db.repository(BilanRow).find({ where, order: { id: 'ASC' }, take: PART });
    while (part.length > 0) {
      signal.throwIfAborted();
      const rows = part;
      await db.transaction(() => publishPart(rows, context));
      const last = rows.at(-1);
      part = await db
        .repository(BilanRow)
        .find({ where, order: { id: 'ASC' }, take: PART, ...(last && { after: { id: last.id } }) });
    }
  }
}

async function publishPart(rows: readonly BilanRow[], context: PublishContext): Promise<void> {
  const { db, clock, log, catalogues } = context;
  const at = clock.now();
  const published: BilanRow[] = [];
  for (const row of rows) {
    if (!isAsSigned(row)) {
      log.error({ bilan: row.id }, 'the content of a bilan is not the signed one, and it is not published');
      continue;
    }
    const isDone = await changeState(db, row, 'published', { publishedAt: at });
    if (!isDone) continue;
    await noteTrace(context, { bilan: row, what: 'published', at, sha256: row.sha256 });
    published.push(row);
  }
  await keepComparisons(published, catalogues, db);
}
