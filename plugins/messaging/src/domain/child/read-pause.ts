// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { onPage, readBreakers } from '../policy/read-policy.js';
import { activeBreaker } from '../rules/active-breaker.js';
import type { Breaker } from '../rules/policy.js';

/** The pause that keeps pupils from writing now. */
export async function readPause(request: MessagingRequest): Promise<Breaker | undefined> {
  const { school, clock } = request;
  return activeBreaker('pupil', { breakers: await readBreakers(onPage(request)), school }, clock.now());
}
