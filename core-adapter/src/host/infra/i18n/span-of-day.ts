// SPDX-License-Identifier: EUPL-1.2
import { addDays, isDay, startOfDay } from '../../../api/day.js';

interface DaySpan {
  readonly from: Date;
  /** Undefined for the last day that can be written. */
  readonly until: Date | undefined;
}

const LAST = '9999-12-31';

/** The first instant of a day that a person typed, and that of the next one, in a time zone; undefined for a text that is not a day. */
export function spanOfDay(text: string, timeZone: string): DaySpan | undefined {
  if (!isDay(text)) return undefined;
  const until = text === LAST ? undefined : startOfDay(addDays(text, 1), timeZone);
  return { from: startOfDay(text, timeZone), until };
}
