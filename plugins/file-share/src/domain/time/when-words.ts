// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { dayOf, daysBetween, timeOf } from './wall-clock.js';

export type TimeReader = Pick<FileShareRequest, 't' | 'format' | 'clock' | 'school'>;

/** A weekday with its number is clear as long as it is near. */
const NEAR_DAYS = 13;
const WEEK = 7;

const SHAPES = {
  weekday: { weekday: 'long' },
  near: { weekday: 'long', day: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes longer than all else of a line. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** « 16 h », « 14 h 02 » */
export function hourWords(instant: Date, { format, school }: TimeReader): string {
  const time = timeOf(instant, school.timeZone);
  if (format.language === 'en') return time;
  const [hours, minutes] = time.split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** A day to come or just past: « jeudi 26 », and when it is far, « vendredi 4 décembre »: a sentence goes on from a weekday without an article. */
export function dayWords(instant: Date, reader: TimeReader): string {
  return written(Math.abs(distance(instant, reader)) <= NEAR_DAYS ? 'near' : 'full', instant, reader);
}

/** A day in full: « vendredi 4 décembre ». */
export function fullDayWords(instant: Date, reader: TimeReader): string {
  return written('full', instant, reader);
}

/** « jeudi 26 à 16 h » */
export function whenWords(instant: Date, reader: TimeReader): string {
  return reader.t('when.dayAndHour', { day: dayWords(instant, reader), hour: hourWords(instant, reader) });
}

/** « vendredi 4 décembre à 16 h » */
export function fullWhenWords(instant: Date, reader: TimeReader): string {
  return reader.t('when.dayAndHour', { day: fullDayWords(instant, reader), hour: hourWords(instant, reader) });
}

/** An instant that has passed, in the words of a list: « aujourd’hui, 9 h 05 », « mardi, 14 h 02 », « 16 novembre ». */
export function pastWords(instant: Date, reader: TimeReader): string {
  const { t, format } = reader;
  const ago = -distance(instant, reader);
  const hour = hourWords(instant, reader);
  if (ago === 0) return t('when.todayAt', { hour });
  if (ago === 1) return t('when.yesterdayAt', { hour });
  if (ago > 1 && ago < WEEK) return t('when.weekdayAt', { day: written('weekday', instant, reader), hour });
  return format.day(instant);
}

/** The days from today to an instant, in the time zone of the school. */
function distance(instant: Date, { clock, school }: TimeReader): number {
  return daysBetween(dayOf(clock.now(), school.timeZone), dayOf(instant, school.timeZone));
}

function written(shape: keyof typeof SHAPES, instant: Date, { format, school }: TimeReader): string {
  const language = format.language === 'fr' ? 'fr-FR' : 'en-GB';
  const key = `${shape} ${language} ${school.timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: school.timeZone, ...SHAPES[shape] });
  formats.set(key, known);
  const words = known.format(instant);
  return format.language === 'fr' ? words.replace(/\b1(?= |$)/, '1er') : words;
}

/** « lundi 30 » → « Lundi 30 » */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);
}
