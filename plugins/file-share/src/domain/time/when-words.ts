// SPDX-License-Identifier: EUPL-1.2
import { dayOf, daysBetween } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';

export type TimeReader = Pick<FileShareRequest, 't' | 'format' | 'clock' | 'school'>;

/** A weekday with its number is clear as long as it is near. */
const NEAR_DAYS = 13;

/** A day to come or just past: « jeudi 26 », and when it is far, « vendredi 4 décembre »: a sentence goes on from a weekday without an article. */
export function dayWords(instant: Date, reader: TimeReader): string {
  const { format, school } = reader;
  if (Math.abs(distance(instant, reader)) > NEAR_DAYS) return format.weekdayAndDay(instant);
  const number = Number(dayOf(instant, school.timeZone).slice(-2));
  return `${format.weekday(instant)} ${number === 1 && format.language === 'fr' ? '1er' : number}`;
}

/** « jeudi 26 à 16 h » */
export function whenWords(instant: Date, reader: TimeReader): string {
  return reader.t('when.dayAndHour', { day: dayWords(instant, reader), hour: reader.format.hour(instant) });
}

/** « vendredi 4 décembre à 16 h » */
export function fullWhenWords(instant: Date, { t, format }: TimeReader): string {
  return t('when.dayAndHour', { day: format.weekdayAndDay(instant), hour: format.hour(instant) });
}

/** The days from today to an instant, in the time zone of the school. */
function distance(instant: Date, { clock, school }: TimeReader): number {
  return daysBetween(clock.today(), dayOf(instant, school.timeZone));
}

/** « lundi 30 » → « Lundi 30 » */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);
}
