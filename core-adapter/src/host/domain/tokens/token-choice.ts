// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf } from '../../../api/day.js';
import { spanOfDay } from '../../infra/i18n/span-of-day.js';
import { LONGEST_NAME, tokenProblem, type TokenProblem } from './token-problem.js';

/** The attributes of a token to create. */
export interface TokenChoice {
  readonly name: string;
  readonly brickIds: readonly string[];
  /** The instant from which the token is invalid; null: no end. */
  readonly endsAt: Date | null;
}

/** The name on one line, without invisible characters. */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
}

/** The problems of a choice by itself, independent of its author. */
export function problemsOf({ name, brickIds, endsAt }: TokenChoice, now: Date): TokenProblem[] {
  const clean = cleanName(name);
  const problems: TokenProblem[] = [];
  if (clean === '') problems.push('noName');
  if ([...clean].length > LONGEST_NAME) problems.push('longName');
  if (brickIds.length === 0) problems.push('noBricks');
  if (endsAt !== null && endsAt.getTime() <= now.getTime()) problems.push('past');
  return problems;
}

/**
 * The end of a last day, included, written `YYYY-MM-DD` in a time zone.
 * @throws InputError when there is no such day; a past day is a matter of `problemsOf`
 */
export function endOfDay(day: string, timeZone: string): Date {
  const end = spanOfDay(day, timeZone)?.until;
  if (!end) throw tokenProblem('notADay');
  return end;
}

export function endAfterDays(days: number, timeZone: string, now: Date): Date {
  return endOfDay(addDays(dayOf(now, timeZone), days), timeZone);
}
