// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import { LONGEST_REASON, type NewPause } from './start-pause.js';
import { untilOf } from './until-of.js';
import type { Problem } from './hours.input.js';
import type { TypedValues } from './typed-values.js';

const PAUSE_PROFILES = ['pupil', 'guardian', 'all'] as const;

/** Reads the form of a pause: its end is a morning that the page offers, a day, or none. */
export function readPauseFields(
  typed: TypedValues,
  { school, now }: { readonly school: School; readonly now: Date },
): { readonly pause: Pick<NewPause, 'profile' | 'reason' | 'until'>; readonly problems: readonly Problem[] } {
  const profile = PAUSE_PROFILES.find((one) => one === typed.text('profile'));
  const reason = typed.text('reason') ?? '';
  const until = typedEnd(typed, school.timeZone);
  const problems: Problem[] = [
    ...(profile ? [] : [{ field: 'profile', text: 'rules.problem.profile' } as const]),
    ...(reason !== '' && reason.length <= LONGEST_REASON
      ? []
      : [{ field: 'reason', text: 'rules.problem.reason' } as const]),
    ...(until !== undefined && (until === null || until > now)
      ? []
      : [{ field: 'untilDay', text: 'rules.problem.until' } as const]),
  ];
  return { pause: { profile: profile ?? 'all', reason, until: until ?? null }, problems };
}

/** @returns null for a pause without an end; undefined for what is no instant */
function typedEnd(typed: TypedValues, zone: string): Date | null | undefined {
  const chosen = typed.text('until');
  const [day = '', time = ''] = [typed.text('untilDay'), typed.text('untilTime')];
  if (chosen === 'open' || (chosen === undefined && day === '')) return null;
  if (chosen !== undefined && chosen !== 'day') return untilOf(chosen, zone);
  return day === '' ? undefined : untilOf(time === '' ? day : `${day}T${time}`, zone);
}
