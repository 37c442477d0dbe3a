// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { lastReportedAt } from './reasons.js';

/** The instants at which a person reported the words of refusals, by the id of the refusal, for reports that the head has not closed. */
export async function reportedWords(
  refusals: readonly Pick<RefusalRow, 'id'>[],
  personId: string,
  db: SchoolDatabase,
): Promise<ReadonlyMap<string, Date>> {
  if (refusals.length === 0) return new Map();
  const reports = await db.repository(ReportRow).find({
    where: { refusalId: In(refusals.map(({ id }) => id)), reportedBy: personId, state: 'open' },
  });
  return new Map(reports.map((report) => [report.refusalId, lastReportedAt(report)]));
}
