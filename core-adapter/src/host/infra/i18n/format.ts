// SPDX-License-Identifier: EUPL-1.2
import type { Format, Language } from '../../../api/i18n.js';
import type { Clock } from '../../../api/log.js';
import { dateFormat } from './date-format.js';
import { dayAfter, dayOf } from './school-day.js';

const BYTE_UNITS = {
  fr: ['octets', 'ko', 'Mo', 'Go', 'To'],
  en: ['bytes', 'kB', 'MB', 'GB', 'TB'],
} as const;
/** Zero is singular in French. */
const BYTE_WORD = { fr: { 0: 'octet', 1: 'octet' }, en: { 0: 'bytes', 1: 'byte' } } as const;
const NUMBERS = {
  fr: new Intl.NumberFormat('fr', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
} as const;

const LISTS = {
  fr: new Intl.ListFormat('fr-FR', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const;

/** Dates, sizes and lists as one person reads them, in the time zone of the school. */
export function formatFor(language: Language, timeZone: string, clock: Clock): Format {
  const today = (): string => dayOf(clock.now(), timeZone);

  function day(instant: Date): string {
    const isThisYear = dayOf(instant, timeZone).slice(0, 4) === today().slice(0, 4);
    const words = dateFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      timeZone,
      day: 'numeric',
      month: 'long',
      ...(!isThisYear && { year: 'numeric' }),
    }).format(instant);
    return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
  }

  function atHour(instant: Date): string {
    const [hours = '', minutes = ''] = dateFormat('fr-FR', { timeZone, timeStyle: 'short' }).format(instant).split(':');
    return language === 'fr' ? `à\u00a0${Number(hours)}\u00a0h\u00a0${minutes}` : `at\u00a0${hours}:${minutes}`;
  }

  return {
    language,
    moment(instant) {
      const when = dayOf(instant, timeZone);
      if (when === today()) return language === 'fr' ? `aujourd’hui ${atHour(instant)}` : `today ${atHour(instant)}`;
      if (dayAfter(when) === today())
        return language === 'fr' ? `hier ${atHour(instant)}` : `yesterday ${atHour(instant)}`;
      return day(instant);
    },
    day,
    dayAndTime: (instant) => `${day(instant)} ${atHour(instant)}`,
    list: (words) => LISTS[language].format(words),
    bytes(count) {
      if (count === 0 || count === 1) return `${count}\u00a0${BYTE_WORD[language][count]}`;
      const power = Math.min(4, [1, 2, 3, 4].filter((one) => count >= 999.95 * 1000 ** (one - 1)).length);
      return `${NUMBERS[language].format(count / 1000 ** power)}\u00a0${BYTE_UNITS[language][power] ?? ''}`;
    },
  };
}
