// SPDX-License-Identifier: EUPL-1.2
import type { Format, Language } from '../../api/i18n.js';
import type { Clock } from '../../api/log.js';
import { dateFormat } from './date-format.js';

const BYTE_UNITS = {
  fr: ['octets', 'ko', 'Mo', 'Go', 'To'],
  en: ['bytes', 'kB', 'MB', 'GB', 'TB'],
} as const;
const ONE_BYTE = { fr: '1\u00a0octet', en: '1\u00a0byte' } as const;
const DAY_MS = 86_400_000;
const NUMBERS = {
  fr: new Intl.NumberFormat('fr', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
} as const;

/** Dates and sizes as one person reads them, in the time zone of the school. */
export function formatFor(language: Language, timeZone: string, clock: Clock): Format {
  const day = (instant: Date): string => dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
  const long = (instant: Date, withYear: boolean): string =>
    dateFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      timeZone,
      day: 'numeric',
      month: 'long',
      ...(withYear && { year: 'numeric' }),
    }).format(instant);

  function hour(instant: Date): string {
    const [hours = '', minutes = ''] = dateFormat('fr-FR', { timeZone, timeStyle: 'short' }).format(instant).split(':');
    return language === 'fr' ? `${Number(hours)}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
  }

  return {
    language,
    moment(instant) {
      const now = clock.now();
      if (day(instant) === day(now))
        return language === 'fr' ? `aujourd’hui à\u00a0${hour(instant)}` : `today at\u00a0${hour(instant)}`;
      if (day(instant) === dayBefore(day(now))) {
        return language === 'fr' ? `hier à\u00a0${hour(instant)}` : `yesterday at\u00a0${hour(instant)}`;
      }
      return long(instant, day(instant).slice(0, 4) !== day(now).slice(0, 4));
    },
    bytes(count) {
      if (count === 1) return ONE_BYTE[language];
      const power = Math.min(4, [1, 2, 3, 4].filter((one) => count >= 999.95 * 1000 ** (one - 1)).length);
      return `${NUMBERS[language].format(count / 1000 ** power)}\u00a0${BYTE_UNITS[language][power] ?? ''}`;
    },
  };
}

/** The calendar day before one written as 2026-03-30: not 24 hours before, which on two days a year is another. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
