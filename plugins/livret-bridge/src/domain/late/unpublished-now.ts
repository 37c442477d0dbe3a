// SPDX-License-Identifier: EUPL-1.2
import { closingYear, publishedUntil, type ClosingYear } from '../periods/closing-year.js';
import type { LivretRequest } from '../../brick-types.js';
import { unpublishedBilans } from '../../store/unpublished.query.js';

type Counting = Pick<LivretRequest, 'db' | 'user' | 'school' | 'clock' | 'schoolYear'>;

interface Unpublished extends ClosingYear {
  readonly periods: readonly { readonly period: number; readonly bilans: number }[];
  readonly count: number;
}

/** The signed bilans that nobody has published, for the head of an école in July and August; undefined when there are none. */
export async function unpublishedNow(reader: Counting): Promise<Unpublished | undefined> {
  const { db, user, school } = reader;
  const closing = closingYear(reader);
  if (!closing || !user.profiles.includes('head') || school.kind !== 'primary') return undefined;
  const until = publishedUntil(closing.year, school.timeZone);
  const periods = await db.query(unpublishedBilans, { year: closing.year, until });
  const count = periods.reduce((sum, { bilans }) => sum + bilans, 0);
  return count === 0 ? undefined : { ...closing, periods, count };
}
