// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { handedSchema } from '../hand-over/handed-bilan.js';
import { handedPath, bilanPath } from '../paths.js';
import { AcknowledgementRow } from '../store/acknowledgement.entity.js';
import { BilanRow } from '../store/bilan.entity.js';
import { HandedRow } from '../store/handed.entity.js';
import { PeriodRow, type Rhythm } from '../store/period.entity.js';
import { TraceRow } from '../store/trace.entity.js';

/** A bilan on the home of a family, with what the user did with it. */
export interface FamilyBilan {
  readonly pupilId: string;
  /** A path of the brick; undefined for a bilan that was unlocked and is not published again. */
  readonly path: string | undefined;
  readonly year: number;
  readonly period: number;
  readonly rhythm: Rhythm | undefined;
  readonly level: string | null;
  readonly publishedAt: Date | null;
  /** The school that handed it over; undefined for a bilan of this school. */
  readonly fromName: string | undefined;
  /** Whether the user has opened it since its publication. */
  readonly isRead: boolean;
  /** The instant at which the user confirmed it. */
  readonly confirmedAt: Date | undefined;
  /** The last time that it was unlocked, and the reason. */
  readonly unlocked: { readonly at: Date; readonly word: string } | undefined;
}

const COLUMNS = ['id', 'pupilId', 'year', 'period', 'level', 'state', 'publishedAt'] as const;

/** The bilans of these pupils that their family knows of, the newest first: published, unlocked after that, or handed over. */
export async function familyBilans(
  pupilIds: readonly string[],
  personId: string,
  db: SchoolDatabase,
): Promise<readonly FamilyBilan[]> {
  if (pupilIds.length === 0) return [];
  const pupilId = In([...pupilIds]);
  const rows = await db.repository(BilanRow).find({ select: COLUMNS, where: { pupilId } });
  const traces = await db.repository(TraceRow).find({ where: { pupilId, what: 'unlocked' }, order: { at: 'ASC' } });
  const read = await db.repository(TraceRow).find({ where: { personId, what: 'read' } });
  const confirmed = await db.repository(AcknowledgementRow).find({ where: { personId } });
  const periods = await db.repository(PeriodRow).find({ where: { year: In(rows.map(({ year }) => year)) } });
  const own = rows.flatMap((row): FamilyBilan[] => {
    const { id, publishedAt, state, ...rest } = row;
    const unlocked = traces.findLast((one) => one.bilanId === id);
    const isPublished = state === 'published';
    if (!isPublished && !unlocked) return [];
    const isOfIt = (one: { bilanId: string; at: Date }): boolean =>
      one.bilanId === id && isPublished && publishedAt !== null && one.at >= publishedAt;
    return [
      {
        ...{ ...rest, fromName: undefined, publishedAt: isPublished ? publishedAt : null },
        path: isPublished ? bilanPath(id) : undefined,
        rhythm: periods.find(({ year, period }) => year === row.year && period === row.period)?.rhythm,
        ...{ isRead: read.some(isOfIt), confirmedAt: confirmed.find(isOfIt)?.at },
        unlocked: unlocked && { at: unlocked.at, word: unlocked.word ?? '' },
      },
    ];
  });
  const handed = (await db.repository(HandedRow).find({ where: { pupilId } })).map(handedBilan);
  return [...own, ...handed].sort((a, b) => b.year - a.year || b.period - a.period);
}

function handedBilan({ id, pupilId, fromName, content }: HandedRow): FamilyBilan {
  const { year, period, rhythm, level, publishedAt } = handedSchema.parse(JSON.parse(content));
  return {
    ...{ pupilId, fromName, path: handedPath(id), year, period, level, rhythm: rhythm ?? undefined },
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    ...{ isRead: true, confirmedAt: undefined, unlocked: undefined },
  };
}
