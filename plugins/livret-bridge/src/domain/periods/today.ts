// SPDX-License-Identifier: EUPL-1.2
import type { Clock, School } from '@volee/core-adapter';

/** The day of now in the time zone of the school: `2026-12-04`. Days of periods are compared as these texts. */
export function today(clock: Clock, { timeZone }: Pick<School, 'timeZone'>): string {
  return dayOf(clock.now(), timeZone);
}

/** A format for each time zone: making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant in a time zone. Swedish writes days as ISO 8601 does. */
export function dayOf(instant: Date, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format.format(instant);
}
