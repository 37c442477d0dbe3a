// SPDX-License-Identifier: EUPL-1.2
import { addDays, isDay, startOfDay } from '../../../api/day.js';
import type { TimeSpan } from '../../../api/brick-jobs.js';

/** The last day that can be written: no end of it can. */
const LAST = '9999-12-31';

/** The span of a day that a person typed, in a time zone; undefined of a text that is no day. */
export function spanOfDay(text: string, timeZone: string): TimeSpan | undefined {
  if (!isDay(text) || text === LAST) return undefined;
  return { from: startOfDay(text, timeZone), until: startOfDay(addDays(text, 1), timeZone) };
}
