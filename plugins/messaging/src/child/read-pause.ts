// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../brick-types.js';
import { readPolicy } from '../policy/read-policy.js';
import { activeBreaker } from '../rules/active-breaker.js';
import type { Breaker } from '../rules/policy.js';

/** The pause that keeps pupils from writing now. */
export async function readPause(request: MessagingRequest): Promise<Breaker | undefined> {
  return activeBreaker('pupil', await readPolicy(request, []), request.clock.now());
}
