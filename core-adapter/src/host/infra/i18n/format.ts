// SPDX-License-Identifier: EUPL-1.2
import type { Format, Language } from '../../../api/i18n.js';
import type { Clock } from '../../../api/log.js';
import { dayWords } from './day-words.js';

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

/** Days, hours, sizes and lists as one person reads them, in the time zone of the school. */
export function formatFor(language: Language, timeZone: string, clock: Clock): Format {
  return {
    language,
    ...dayWords(language, timeZone, clock),
    list: (words) => LISTS[language].format(words),
    bytes(count) {
      if (count === 0 || count === 1) return `${count}\u00a0${BYTE_WORD[language][count]}`;
      const power = Math.min(4, [1, 2, 3, 4].filter((one) => count >= 999.95 * 1000 ** (one - 1)).length);
      return `${NUMBERS[language].format(count / 1000 ** power)}\u00a0${BYTE_UNITS[language][power] ?? ''}`;
    },
  };
}
