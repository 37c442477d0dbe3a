// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { dayAfter, dayOf } from '../rules/wall-clock.js';

export type TimeReader = Pick<MessagingRequest, 't' | 'format' | 'clock' | 'school'>;

const EVENING = 18;
const DAYS_OF_WEEK = 7;

/** « 7 h », « 19 h 12 » */
export function hourWords(instant: Date, { format, school }: TimeReader): string {
  const [hours, minutes] = timeOf(instant, school.timeZone);
  if (format.language === 'en') return `${hours}:${minutes}`;
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** An instant to come, as one says it: « ce soir à 21 h », « demain à 7 h », « lundi à 7 h », « le 4 janvier à 7 h ». */
export function whenWords(instant: Date, reader: TimeReader): string {
  const { t, format, clock, school } = reader;
  const zone = school.timeZone;
  const hour = hourWords(instant, reader);
  const [day, today] = [dayOf(instant, zone), dayOf(clock.now(), zone)];
  if (day === today) return t(isEvening(instant, zone) ? 'when.evening' : 'when.today', { hour });
  if (day === dayAfter(today)) return t('when.tomorrow', { hour });
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  if (days > 0 && days < DAYS_OF_WEEK) return t('when.weekday', { day: weekday(instant, format.language, zone), hour });
  return t('when.date', { day: format.day(instant), hour });
}

/** A past instant within a sentence: « hier à 8 h 10 », « le 25 novembre ». */
export function pastWords(instant: Date, { t, format }: Pick<TimeReader, 't' | 'format'>): string {
  const [moment, day] = [format.moment(instant), format.day(instant)];
  return moment === day ? t('when.day', { day }) : moment;
}

/** « tout de suite »; « ce soir » after hours, when others wait until the next day. */
export function nowWords({ t, clock, school }: TimeReader): string {
  return t(isEvening(clock.now(), school.timeZone) ? 'when.thisEvening' : 'when.now');
}

function isEvening(instant: Date, zone: string): boolean {
  return Number(timeOf(instant, zone)[0]) >= EVENING;
}

function timeOf(instant: Date, timeZone: string): [string, string] {
  const words = new Intl.DateTimeFormat('fr-FR', { timeZone, timeStyle: 'short' }).format(instant);
  return [words.slice(0, 2), words.slice(3)];
}

function weekday(instant: Date, language: 'fr' | 'en', timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, weekday: 'long' }).format(instant);
}
