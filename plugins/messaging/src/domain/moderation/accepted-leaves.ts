// SPDX-License-Identifier: EUPL-1.2
import { readBreakers, readPupilsHours, type PolicyReader } from '../policy/read-policy.js';
import { activeBreaker } from '../rules/active-breaker.js';
import { quietUntil } from '../rules/quiet-hours.js';

/** The reason for which an accepted message of a pupil waits, and its end; null for a pause without an end. */
export type AcceptedWait =
  { readonly for: 'pause'; readonly until: Date | null } | { readonly for: 'quietHours'; readonly until: Date };

/** When a message of a pupil that is accepted now leaves; undefined for at once. */
export async function acceptedLeaves(reader: PolicyReader): Promise<AcceptedWait | undefined> {
  const { school, clock } = reader;
  const pause = activeBreaker('pupil', { breakers: await readBreakers(reader), school }, clock.now());
  const hours = await readPupilsHours(reader);
  // A pause may end in the quiet hours.
  if (pause) return { for: 'pause', until: pause.until && (quietUntil(pause.until, hours) ?? pause.until) };
  const until = quietUntil(clock.now(), hours);
  return until && { for: 'quietHours', until };
}
