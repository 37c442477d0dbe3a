// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { ALL_SCHOOLS, type Breaker, type Policy } from './policy.js';

/**
 * The breaker that stops a profile in the school of the policy; when there are several, the one that ends last. There is none for adults of
 * the school.
 */
export function activeBreaker(
  profile: Profile,
  { breakers, school }: Pick<Policy, 'breakers' | 'school'>,
  now: Date,
): Breaker | undefined {
  if (profile !== 'pupil' && profile !== 'guardian') return undefined;
  return breakers
    .filter((breaker) => breaker.profile === profile || breaker.profile === 'all')
    .filter((breaker) => breaker.school === school.uai || breaker.school === ALL_SCHOOLS)
    .filter((breaker) => endOf(breaker) > now.getTime())
    .reduce<Breaker | undefined>((last, one) => (last && endOf(last) >= endOf(one) ? last : one), undefined);
}

function endOf({ until }: Breaker): number {
  return until === null ? Infinity : until.getTime();
}
