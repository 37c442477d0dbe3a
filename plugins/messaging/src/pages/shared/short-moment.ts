// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '@volee/core-adapter';
import { dayAfter, dayOf } from '../../domain/rules/wall-clock.js';

const DAY = 86_400_000;

const SHAPES = {
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'short' },
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one takes longer than all else of a line. */
const formats = new Map<string, Intl.DateTimeFormat>();

interface Reader {
  readonly language: Language;
  readonly zone: string;
  readonly now: Date;
}

/** When a message came, in the one or two words of a list: « 18 h 47 », « hier », « lundi », « 24 nov. », « 24/11/2025 ». */
export function shortMoment(instant: Date, { language, zone, now }: Reader): string {
  const [day, today] = [dayOf(instant, zone), dayOf(now, zone)];
  const written = (shape: keyof typeof SHAPES): string => formatOf(shape, language, zone).format(instant);
  if (day === today) {
    const [hours = '', minutes = ''] = written('hour').split(':');
    return language === 'fr' ? `${Number(hours)}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
  }
  if (dayAfter(day) === today) return language === 'fr' ? 'hier' : 'yesterday';
  const age = Date.parse(today) - Date.parse(day);
  if (age > 0 && age < 7 * DAY) return written('weekday');
  if (day.slice(0, 4) === today.slice(0, 4)) return written('day');
  return written('date');
}

function formatOf(shape: keyof typeof SHAPES, language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${shape} ${language} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, ...SHAPES[shape] });
  formats.set(key, made);
  return made;
}
