// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { BilanRow } from '../../store/bilan.entity.js';

type Placed = Pick<BilanRow, 'pupilId' | 'level' | 'year'>;

/** The school year at the beginning of which a bilan goes. */
export type BilanEnds = (bilan: Placed) => number;

/** The cycle of a level, and the school years from the level to the last one of the cycle: CE2 for cycle 2, 6e for cycle 3. */
const LEVELS: ReadonlyMap<string, { readonly cycle: 2 | 3; readonly left: number }> = new Map([
  ['CP', { cycle: 2, left: 2 }],
  ['CE1', { cycle: 2, left: 1 }],
  ['CE2', { cycle: 2, left: 0 }],
  ['CM1', { cycle: 3, left: 2 }],
  ['CM2', { cycle: 3, left: 1 }],
]);
/** A pupil without a level, as in a ULIS, may be in CM1. */
const WITHOUT_LEVEL = { cycle: 3, left: 2 } as const;

/**
 * Until when bilans are kept: one year after the end of the cycle. A bilan of CM2 of 2026 belongs to cycle 3, which ends with the
 * 6e in July 2028, so it goes on 1 August 2029. The last end counts among all bilans of the pupil in the cycle, since a pupil may
 * repeat a class (ADR 96).
 * @param bilans all bilans of the pupils that are asked for, whatever their state
 */
export function bilanEnds(bilans: readonly Placed[]): BilanEnds {
  const last = new Map<string, number>();
  for (const one of bilans) last.set(cycleOf(one), Math.max(endAlone(one), last.get(cycleOf(one)) ?? 0));
  return (bilan) => Math.max(endAlone(bilan), last.get(cycleOf(bilan)) ?? 0);
}

/** The same for some pupils, from their bilans in the school. */
export async function readBilanEnds(pupilIds: readonly string[], db: SchoolDatabase): Promise<BilanEnds> {
  const where = { pupilId: In([...pupilIds]) };
  return bilanEnds(await db.repository(BilanRow).find({ select: ['pupilId', 'level', 'year'], where }));
}

/** An instant of the last day before a school year. It begins on 1 August: 10 h in UTC is the 31 July before in each zone of France. */
export function lastDayBefore(schoolYear: number): Date {
  return new Date(`${String(schoolYear)}-07-31T10:00:00Z`);
}

function endAlone({ level, year }: Placed): number {
  return year + placeOf(level).left + 2;
}

function cycleOf({ pupilId, level }: Placed): string {
  return `${pupilId} ${String(placeOf(level).cycle)}`;
}

function placeOf(level: string | null): { readonly cycle: 2 | 3; readonly left: number } {
  return LEVELS.get(level?.toUpperCase() ?? '') ?? WITHOUT_LEVEL;
}
