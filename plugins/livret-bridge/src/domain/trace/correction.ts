// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow, type TraceStep } from '../../store/trace.entity.js';
import { keptIn, type KeptPublication } from './kept-publication.js';

/** The steps that unlock a published bilan: its family goes on reading it (`reopened`), or no longer reads it (`unlocked`). */
export const UNLOCKINGS: readonly TraceStep[] = ['reopened', 'unlocked'];
/** The steps by which a publication ends or comes back. */
export const TURNS: readonly TraceStep[] = [...UNLOCKINGS, 'restored'];

/** The last unlocking of a bilan, unless the publication that it ended came back (ADR 70). */
export interface Correction {
  readonly step: TraceRow;
  /** The publication that ended; undefined for bilans that were unlocked before publications were kept. */
  readonly kept: KeptPublication | undefined;
  /** Whether the text was withdrawn, so that the family does not read it until the bilan is published again. */
  readonly isWithdrawn: boolean;
}

/**
 * The correction of one bilan among the steps of several, the first step first. Turns of a bilan that was merged into this one are not its
 * own. The last turn of a bilan that is not published is an unlocking, even if a return was noted with a clock that was ahead (ADR 67).
 */
export function correctionAmong(
  steps: readonly TraceRow[],
  { id, state }: Pick<BilanRow, 'id' | 'state'>,
): Correction | undefined {
  const turns = state === 'published' ? TURNS : UNLOCKINGS;
  const step = steps.findLast((one) => one.bilanId === id && turns.includes(one.what) && !one.formerId);
  if (!step || step.what === 'restored') return undefined;
  const kept = keptIn(step);
  return { step, kept, isWithdrawn: step.what === 'unlocked' || kept === undefined };
}

/** The steps about these bilans that `correctionAmong` reads. */
export function turnsOf(
  { bilanIds }: { readonly bilanIds: readonly string[] },
  db: SchoolDatabase,
): Promise<TraceRow[]> {
  const where = { bilanId: In([...bilanIds]), what: In([...TURNS]) };
  return db.repository(TraceRow).find({ where, order: { at: 'ASC', id: 'ASC' } });
}

/** The last correction of a bilan, whether it is still going on or is published by now; undefined when there was none. */
export async function lastCorrection(
  row: Pick<BilanRow, 'id' | 'state'>,
  db: SchoolDatabase,
): Promise<Correction | undefined> {
  return correctionAmong(await turnsOf({ bilanIds: [row.id] }, db), row);
}

/** The correction that is still going on: the bilan was published, and is not published now. */
export async function correctionOf(
  row: Pick<BilanRow, 'id' | 'state'>,
  db: SchoolDatabase,
): Promise<Correction | undefined> {
  return row.state === 'published' ? undefined : lastCorrection(row, db);
}

/** The instant of the publication that the family still reads; null for a text that was withdrawn. */
export function readableSince(correction: Correction | undefined): Date | null {
  if (!correction || correction.isWithdrawn || typeof correction.kept?.publishedAt !== 'string') return null;
  return new Date(correction.kept.publishedAt);
}

/** The ids of the bilans among these of which the family goes on reading an earlier publication. */
export async function readableCorrections(
  rows: readonly Pick<BilanRow, 'id' | 'state'>[],
  db: SchoolDatabase,
): Promise<ReadonlySet<string>> {
  const open = rows.filter(({ state }) => state !== 'published');
  if (open.length === 0) return new Set();
  const turns = await turnsOf({ bilanIds: open.map(({ id }) => id) }, db);
  return new Set(open.filter((row) => readableSince(correctionAmong(turns, row)) !== null).map(({ id }) => id));
}
