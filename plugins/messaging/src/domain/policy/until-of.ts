// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { dayAfter, instantOf, minutesOf } from '../rules/wall-clock.js';

const day = z.iso.date();
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const instant = z.iso.datetime({ offset: true });

/**
 * Reads the end of a pause: a day, which it lasts to its end, a day and a time of the clocks of the school, or an instant with its offset.
 * @returns undefined when the text is none of them
 */
export function untilOf(text: string, zone: string): Date | undefined {
  const [onDay = '', atTime = ''] = text.split(/[T ]/);
  if (day.safeParse(text).success) return instantOf(dayAfter(text), 0, zone);
  if (day.safeParse(onDay).success && time.safeParse(atTime).success && text.length === 16) {
    return instantOf(onDay, minutesOf(atTime), zone);
  }
  return instant.safeParse(text).success ? new Date(text) : undefined;
}
