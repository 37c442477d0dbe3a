// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { handedSchema } from '../hand-over/handed-bilan.js';
import { handedPath, bilanPath } from '../../paths.js';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { PeriodRow, type Rhythm } from '../../store/period.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { correctionAmong, readableSince, TURNS, type Correction } from '../trace/correction.js';
import { keptIn } from '../trace/kept-publication.js';

/** A bilan on the home of a family, with what the user did with it. */
export interface FamilyBilan {
  readonly pupilId: string;
  /** A path of the brick; undefined for a bilan that was withdrawn and is not published again. */
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
  /** The last time that it was unlocked; undefined once the text from before is published again. */
  readonly correction: Correction | undefined;
  /** Whether the bilan is not published again since. The family reads the earlier publication, or nothing. */
  readonly isInCorrection: boolean;
  /** Whether it is a publication of another record of the pupil that was merged with this one. */
  readonly isFormer: boolean;
}

const COLUMNS = ['id', 'pupilId', 'year', 'period', 'level', 'state', 'publishedAt'] as const;

/** The bilans of these pupils that a guardian or the pupil may see, of this school or handed over by another, the newest first. */
export async function familyBilans(
  pupilIds: readonly string[],
  personId: string,
  db: SchoolDatabase,
): Promise<readonly FamilyBilan[]> {
  if (pupilIds.length === 0) return [];
  const pupilId = In([...pupilIds]);
  const { own, periods } = await readOwn(pupilIds, personId, db);
  const handed = (await db.repository(HandedRow).find({ where: { pupilId } })).map(handedBilan);
  const merged = await db.repository(TraceRow).find({ where: { pupilId, what: 'merged' }, order: { at: 'ASC' } });
  const former = merged.flatMap((step) => formerBilan(step, periods));
  return [...own, ...former, ...handed].sort(newestFirst);
}

/** The bilans of this school among them that no merge has removed. */
export async function ownBilans(
  pupilIds: readonly string[],
  personId: string,
  db: SchoolDatabase,
): Promise<readonly FamilyBilan[]> {
  return [...(await readOwn(pupilIds, personId, db)).own].sort(newestFirst);
}

/** Whether the user has yet to confirm it. */
export function waits({ path, fromName, confirmedAt, isInCorrection, isFormer }: FamilyBilan): boolean {
  return path !== undefined && !isInCorrection && !isFormer && fromName === undefined && confirmedAt === undefined;
}

function newestFirst(one: FamilyBilan, other: FamilyBilan): number {
  return other.year - one.year || other.period - one.period;
}

interface OwnBilans {
  readonly own: readonly FamilyBilan[];
  /** The periods of their years. */
  readonly periods: readonly PeriodRow[];
}

async function readOwn(pupilIds: readonly string[], personId: string, db: SchoolDatabase): Promise<OwnBilans> {
  const pupilId = In([...pupilIds]);
  const rows = await db.repository(BilanRow).find({ select: COLUMNS, where: { pupilId } });
  if (rows.length === 0) return { own: [], periods: [] };
  const traces = await db.repository(TraceRow).find({
    where: [
      { pupilId, what: In([...TURNS]) },
      { personId, what: 'read' },
    ],
    order: { at: 'ASC', id: 'ASC' },
  });
  const turns = traces.filter(({ what }) => TURNS.includes(what));
  const read = traces.filter(({ what }) => what === 'read');
  const confirmed = await db.repository(AcknowledgementRow).find({ where: { personId } });
  const periods = await db.repository(PeriodRow).find({ where: { year: In(rows.map(({ year }) => year)) } });
  const own = rows.flatMap((row): FamilyBilan[] => {
    const { id, state, ...rest } = row;
    const correction = correctionAmong(turns, row);
    const isInCorrection = state !== 'published';
    if (isInCorrection && !correction) return [];
    const publishedAt = isInCorrection ? readableSince(correction) : row.publishedAt;
    const isOfIt = (one: { bilanId: string; at: Date }): boolean =>
      one.bilanId === id && publishedAt !== null && one.at >= publishedAt;
    return [
      {
        ...{ ...rest, fromName: undefined, publishedAt, correction, isInCorrection, isFormer: false },
        path: publishedAt === null ? undefined : bilanPath(id),
        rhythm: periods.find(({ year, period }) => year === row.year && period === row.period)?.rhythm,
        isRead: isInCorrection || read.some(isOfIt),
        confirmedAt: isInCorrection ? undefined : confirmed.find(isOfIt)?.at,
      },
    ];
  });
  return { own, periods };
}

function handedBilan({ id, pupilId, fromName, content }: HandedRow): FamilyBilan {
  const { year, period, rhythm, level, publishedAt } = handedSchema.parse(JSON.parse(content));
  return {
    ...{ pupilId, fromName, path: handedPath(id), year, period, level, rhythm: rhythm ?? undefined },
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    ...{ isRead: true, confirmedAt: undefined, correction: undefined, isInCorrection: false, isFormer: false },
  };
}

/** The publication of a bilan that a merge removed. There is nothing to confirm any more. */
function formerBilan(step: TraceRow, periods: readonly PeriodRow[]): FamilyBilan[] {
  const kept = keptIn(step);
  if (!kept || typeof step.formerId !== 'string') return [];
  const { year, period, level, publishedAt } = kept;
  return [
    {
      ...{ pupilId: step.pupilId, path: bilanPath(step.formerId), year, period, level, fromName: undefined },
      rhythm: periods.find((one) => one.year === year && one.period === period)?.rhythm,
      publishedAt: publishedAt === null ? null : new Date(publishedAt),
      ...{ isRead: true, confirmedAt: undefined, correction: undefined, isInCorrection: false, isFormer: true },
    },
  ];
}
