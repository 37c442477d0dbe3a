// SPDX-License-Identifier: EUPL-1.2
import { dayOf, type School, type SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { TraceRow, type TraceStep } from '../../store/trace.entity.js';
import { TURNS } from './correction.js';

/** The longest reason of an unlocking, and the longest word of a head. */
export const LONGEST_WORD = 500;

/** One step in the life of a bilan. */
export interface TracedStep {
  readonly bilan: { readonly id: string; readonly pupilId: string };
  readonly what: TraceStep;
  readonly at: Date;
  /** The person who took the step, with the name that they had; absent for scheduled steps. */
  readonly person?: { readonly id: string; readonly displayName: string };
  readonly word?: string;
  /** The digest of the content that the step is about. */
  readonly sha256?: string | null;
  /** JSON of the publication that ends with the step: see `keepPublication`. */
  readonly content?: string | null;
}

/** Writes a line into the history of a bilan. Call it in the transaction of the step. */
export async function noteTrace(
  { db, school }: { readonly db: SchoolDatabase; readonly school: Pick<School, 'timeZone'> },
  step: TracedStep,
): Promise<void> {
  const { bilan, what, person, word, sha256, content } = step;
  const at = TURNS.includes(what) ? await timeOfTurn(step, db) : step.at;
  await db.repository(TraceRow).insert([
    {
      ...{ bilanId: bilan.id, pupilId: bilan.pupilId, what, at, day: dayOf(at, school.timeZone) },
      ...{ personId: person?.id ?? null, personName: person?.displayName ?? null, word: word ?? null },
      ...{ sha256: sha256 ?? null, content: content ?? null },
    },
  ]);
}

/** A turn is never before the one that it follows, even if the clock was ahead then: what a family reads follows from the last one (ADR 67). */
async function timeOfTurn({ bilan, at }: TracedStep, db: SchoolDatabase): Promise<Date> {
  const where = { bilanId: bilan.id, what: In([...TURNS]), formerId: IsNull() };
  const order = { at: 'DESC' } as const;
  const [last] = await db.repository(TraceRow).find({ select: ['id', 'at'], where, order, take: 1 });
  return last && last.at >= at ? new Date(last.at.getTime() + 1) : at;
}
