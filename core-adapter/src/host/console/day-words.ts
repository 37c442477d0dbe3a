// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import { dayOf } from '../i18n/school-day.js';

/** Writes days as « 1er septembre », and those of another year as « 4 janvier 2027 », in the time zone of a school. */
export function dayWords(language: Language, timeZone: string, now: Date): (instant: Date) => string {
  const year = (instant: Date): string => dayOf(instant, timeZone).slice(0, 4);
  return (instant) => {
    const words = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      timeZone,
      day: 'numeric',
      month: 'long',
      ...(year(instant) !== year(now) && { year: 'numeric' }),
    }).format(instant);
    return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
  };
}
