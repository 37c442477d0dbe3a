// SPDX-License-Identifier: EUPL-1.2
import { dayOf, timeOf, type School } from '@volee/core-adapter';
import type { BreakerRow } from '../../store/breaker.entity.js';

export const PROFILE_WORDS: Readonly<Record<BreakerRow['profile'], string>> = {
  pupil: 'pupils',
  guardian: 'guardians',
  all: 'pupils and guardians',
};

type Paused = Pick<School, 'uai' | 'name' | 'timeZone'>;

/** A pause as `--json` gives it. */
export function pauseValue(
  { profile, reason, until, isForAll, startedAt }: BreakerRow,
  { uai }: Paused,
): Readonly<Record<string, unknown>> {
  return { school: uai, profile, reason, until, isForAll, startedAt };
}

/** A pause in one line, with its end on the clocks of the school. */
export function pauseLine({ profile, reason, until, isForAll }: BreakerRow, { uai, name, timeZone }: Paused): string {
  const end = until === null ? 'until they are started again' : `until ${clockTime(until, timeZone)}`;
  return `${uai} ${name}: ${PROFILE_WORDS[profile]} are stopped ${end}${isForAll ? ', as in all schools' : ''}: ${reason}`;
}

function clockTime(instant: Date, timeZone: string): string {
  return `${dayOf(instant, timeZone)} ${timeOf(instant, timeZone)}`;
}
