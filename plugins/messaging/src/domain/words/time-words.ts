// SPDX-License-Identifier: EUPL-1.2
import { dayOf, timeOf } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';

export type TimeReader = Pick<MessagingRequest, 't' | 'format' | 'clock' | 'school'>;

const EVENING = '18:00';

/** « tout de suite »; « ce soir » after hours, when others wait until the next day. */
export function nowWords({ t, clock, school }: TimeReader): string {
  return t(timeOf(clock.now(), school.timeZone) >= EVENING ? 'when.thisEvening' : 'when.now');
}

/** The end of something, after « jusqu’à »: « 7 h » today, else « demain à 7 h ». */
export function untilWords(end: Date, { format, clock, school }: TimeReader): string {
  const isToday = dayOf(end, school.timeZone) === dayOf(clock.now(), school.timeZone);
  return isToday ? format.hour(end) : format.when(end);
}
