// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { handedScope } from '../hand-over/handed-scope.js';
import { HandedRow } from '../../store/handed.entity.js';
import { noteReadings } from './note-readings.js';

export type ResultsRequest = Pick<LivretRequest, 'access' | 'db' | 'clock' | 'school' | 'schoolYear' | 'user'>;

export interface ResultsOptions<K extends keyof HandedRow> {
  readonly permission: 'read' | 'compare';
  /** The columns that the page shows. */
  readonly columns: readonly K[];
  /** Whether the page shows this copy; by default, each copy that the user may read. */
  readonly isShown?: (copy: Pick<HandedRow, 'until'>, level: string | null) => boolean;
}

export interface Results<K extends keyof HandedRow> {
  /** The copies that the user may read and the page shows, the oldest first. */
  readonly copies: readonly Pick<HandedRow, K | 'pupilId'>[];
  /** The ids of pupils with a copy, whether the user may read it or not. */
  readonly arrived: ReadonlySet<string>;
  /** Whether the user reads as a teacher or head, which is noted. */
  readonly isNoted: boolean;
}

/**
 * The only way of pages to results that écoles handed over: it notes teachers and heads as readers, once for each pupil and day (ADR 58).
 * Families read the names of these readers; their own reading is not noted.
 * @param pupils with the level that the directory says now
 */
export async function readResults<K extends keyof HandedRow>(
  pupils: readonly Pick<Member, 'id' | 'level'>[],
  { permission, columns, isShown = () => true }: ResultsOptions<K>,
  request: ResultsRequest,
): Promise<Results<K>> {
  const { access, db, clock, schoolYear } = request;
  const levels = new Map(pupils.map(({ id, level }) => [id, level]));
  const rows = await db.repository(HandedRow).find({
    select: [...new Set<K | 'pupilId' | 'until'>(['pupilId', 'until', ...columns])],
    where: { pupilId: In([...levels.keys()]), until: MoreThan(clock.now()) },
    order: { year: 'ASC', period: 'ASC', id: 'ASC' },
  });
  const scoped = rows.flatMap((row) => {
    const level = levels.get(row.pupilId) ?? null;
    return isShown(row, level) ? [{ row, ...handedScope(row, { level, schoolYear }) }] : [];
  });
  const copies = await access.filter(permission, scoped);
  const ofStaff = permission === 'compare' ? copies : await access.filter('compare', copies);
  await noteReadings([...new Set(ofStaff.map(({ pupilId }) => pupilId))], request);
  return {
    copies: copies.map(({ row }) => row),
    arrived: new Set(rows.map(({ pupilId }) => pupilId)),
    isNoted: ofStaff.length > 0,
  };
}
