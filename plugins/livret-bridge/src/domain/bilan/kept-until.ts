// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { BilanRow } from '../../store/bilan.entity.js';
import type { Catalogues, PlaceInCycle } from '../catalogue/catalogues.js';

type Placed = Pick<BilanRow, 'pupilId' | 'level' | 'year'>;

/** The school year at the beginning of which a bilan is deleted. */
export type BilanEnds = (bilan: Placed) => number;

export type Cycles = Pick<Catalogues, 'placeOf' | 'unknownPlace'>;

/**
 * The time until which bilans are kept: one year after the end of the cycle. A bilan of CM2 of 2026 belongs to cycle 3, which ends with the
 * 6e in July 2028, so it goes on 1 August 2029. The last end counts among all bilans of the pupil in the cycle, since a pupil may repeat a
 * class (ADR 96).
 * @param bilans all bilans of the pupils who are asked for, whatever their state
 */
export function bilanEnds(bilans: readonly Placed[], cycles: Cycles): BilanEnds {
  const unknown = cycles.unknownPlace();
  const placeOf = ({ level }: Placed): PlaceInCycle => (level === null ? undefined : cycles.placeOf(level)) ?? unknown;
  const endAlone = (bilan: Placed): number => bilan.year + placeOf(bilan).yearsLeft + 2;
  const cycleOf = (bilan: Placed): string => `${bilan.pupilId} ${String(placeOf(bilan).cycle)}`;
  const last = new Map<string, number>();
  for (const one of bilans) last.set(cycleOf(one), Math.max(endAlone(one), last.get(cycleOf(one)) ?? 0));
  return (bilan) => Math.max(endAlone(bilan), last.get(cycleOf(bilan)) ?? 0);
}

/** Does the same for some pupils, from their bilans in the school. */
export async function readBilanEnds(
  pupilIds: readonly string[],
  db: SchoolDatabase,
  cycles: Cycles,
): Promise<BilanEnds> {
  const where = { pupilId: In([...pupilIds]) };
  return bilanEnds(await db.repository(BilanRow).find({ select: ['pupilId', 'level', 'year'], where }), cycles);
}

/**
 * An instant of the last day before a school year, which begins on 1 August: 10 h in UTC on 31 July is on 31 July in each zone of France.
 */
export function lastDayBefore(schoolYear: number): Date {
  return new Date(`${String(schoolYear)}-07-31T10:00:00Z`);
}
