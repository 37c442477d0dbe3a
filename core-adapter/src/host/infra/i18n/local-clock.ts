// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from '../../../api/day.js';
import type { Clock, LocalClock } from '../../../api/log.js';

/** The clock that a brick reads in a school: the same instants, and the current day in the time zone of the school. */
export function localClock(clock: Clock, timeZone: string): LocalClock {
  return { now: () => clock.now(), today: () => dayOf(clock.now(), timeZone) };
}
