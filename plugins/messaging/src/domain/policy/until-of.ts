// SPDX-License-Identifier: EUPL-1.2
import { addDays, instantOf, isDay, isTime, startOfDay } from '@volee/core-adapter';
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

/**
 * Reads the end of a pause: a day, which it lasts to its end, a day and a time of the clocks of the school, or an instant with its offset.
 * @returns undefined when the text is none of them
 */
export function untilOf(text: string, zone: string): Date | undefined {
  const [onDay = '', atTime = ''] = text.split(/[T ]/);
  if (isDay(text)) return startOfDay(addDays(text, 1), zone);
  if (isDay(onDay) && isTime(atTime) && text.length === 16) return instantOf(onDay, atTime, zone);
  return instant.safeParse(text).success ? new Date(text) : undefined;
}
