// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';
import { readBreakers, type PolicyReader } from './read-policy.js';
import { activeBreaker } from '../rules/active-breaker.js';
import type { Breaker } from '../rules/policy.js';

/** A pause that the user is to know of. */
export interface KnownPause {
  readonly profile: 'pupil' | 'guardian';
  readonly breaker: Breaker;
  /** Whether the pause stops the user; otherwise it stops people who may owe the user an answer. */
  readonly isOwn: boolean;
}

type PausedUser = Pick<CurrentUser, 'profiles'>;

/** The pauses of a school, as each of its people is told of them. */
export async function readKnownPauses({ profiles }: PausedUser, reader: PolicyReader): Promise<KnownPause[]> {
  const { school, clock } = reader;
  const breakers = await readBreakers(reader);
  const stopped = (['pupil', 'guardian'] as const).flatMap((profile) => {
    const breaker = activeBreaker(profile, { breakers, school }, clock.now());
    return breaker ? [{ profile, breaker }] : [];
  });
  const isStopped = profiles.every((one) => stopped.some(({ profile }) => profile === one));
  return stopped.map((pause) => ({ ...pause, isOwn: isStopped && profiles.includes(pause.profile) }));
}
