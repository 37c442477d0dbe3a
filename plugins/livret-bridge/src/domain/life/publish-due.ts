// SPDX-License-Identifier: EUPL-1.2
import type { School, SchoolWork } from '@volee/core-adapter';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { Catalogues } from '../catalogue/catalogues.js';
import { publishedUntil } from '../periods/closing-year.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import { isAsSigned } from '../bilan/hash-of-row.js';
import type { PeriodOfYear } from './enqueue-publication.js';
import { keepComparisons } from './keep-comparisons.js';
import { isDue } from './leaves-at.js';

/** Bilans in one transaction: other requests wait for no longer than these take. */
const PART = 50;

interface PublishContext extends Pick<SchoolWork, 'db' | 'clock' | 'log'> {
  readonly school: Pick<School, 'timeZone'>;
  readonly catalogues: Catalogues;
  /** The one period to publish, if its instant has come. */
  readonly only?: PeriodOfYear;
}

/**
 * Publishes the endorsed bilans of periods for which the head's instant has come, and their own. Each bilan is moved by a statement of its own, so that
 * the job can run again after a crash. A bilan that differs from what was signed stays, and the log names it.
 */
export async function publishDue(context: PublishContext, signal: AbortSignal): Promise<void> {
  const { db, clock, school, only } = context;
  const due = await db
    .repository(PeriodRow)
    .find({ where: { ...only, publishAt: LessThanOrEqual(clock.now()) }, order: { year: 'ASC', period: 'ASC' } });
  for (const row of due) {
    const { year, period, publishAt } = row;
    if (publishAt === null || publishAt >= publishedUntil(year, school.timeZone)) continue;
    const where = { year, period, state: 'visa' as const };
    let isOut = row.outAt != null;
    let part = await db.repository(BilanRow).find({ where, order: { id: 'ASC' }, take: PART });
    while (part.length > 0) {
      signal.throwIfAborted();
      const rows = part.filter((one) => isDue(one, publishAt, clock.now()));
      if (rows.length > 0) {
        isOut ||= await begin(row, context);
        if (!isOut) break;
        await db.transaction(() => publishPart(rows, context));
      }
      const last = part.at(-1);
      part = await db
        .repository(BilanRow)
        .find({ where, order: { id: 'ASC' }, take: PART, ...(last && { after: { id: last.id } }) });
    }
  }
}

/**
 * Notes that the publication of a period has begun: from here on nobody takes it back, so that never half of it is out.
 * @returns false when the head took it back or moved it meanwhile
 */
async function begin(
  { id, publishAt }: PeriodRow,
  { db, clock }: Pick<PublishContext, 'db' | 'clock'>,
): Promise<boolean> {
  const where = { id, publishAt: publishAt ?? IsNull(), outAt: IsNull() };
  return (await db.repository(PeriodRow).update(where, { outAt: clock.now() })) > 0;
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
