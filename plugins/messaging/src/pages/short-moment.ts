// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '@volee/core-adapter';
import { dayAfter, dayOf } from '../rules/wall-clock.js';

const DAY = 86_400_000;

interface Reader {
  readonly language: Language;
  readonly zone: string;
  readonly now: Date;
}

/** When a message came, in the one or two words of a list: « 18 h 47 », « hier », « lundi », « 24 nov. », « 24/11/2025 ». */
export function shortMoment(instant: Date, { language, zone, now }: Reader): string {
  const [day, today] = [dayOf(instant, zone), dayOf(now, zone)];
  const written = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, ...options }).format(instant);
  if (day === today) {
    const [hours = '', minutes = ''] = written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).split(':');
    return language === 'fr' ? `${Number(hours)}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
  }
  if (dayAfter(day) === today) return language === 'fr' ? 'hier' : 'yesterday';
  const age = Date.parse(today) - Date.parse(day);
  if (age > 0 && age < 7 * DAY) return written({ weekday: 'long' });
  if (day.slice(0, 4) === today.slice(0, 4)) return written({ day: 'numeric', month: 'short' });
  return written({ day: '2-digit', month: '2-digit', year: 'numeric' });
}
