// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, daysBetween, timeOf, type Day } from '../../../api/day.js';
import type { Format, Language } from '../../../api/i18n.js';
import type { Clock } from '../../../api/log.js';

const formats = new Map<string, Intl.DateTimeFormat>();

const WORDS = {
  fr: {
    ...{ today: 'aujourd’hui', tomorrow: 'demain', yesterday: 'hier', evening: 'ce soir' },
    ...{ at: 'à', onWeekday: '', onDay: 'le ' },
  },
  en: {
    ...{ today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday', evening: 'this evening' },
    ...{ at: 'at', onWeekday: 'on ', onDay: 'on ' },
  },
} as const;

const EVENING = '18:00';
const WEEK = 7;

/** The part of `Format` about days and hours. */
export function dayWords(
  language: Language,
  timeZone: string,
  clock: Clock,
): Omit<Format, 'language' | 'list' | 'bytes'> {
  const words = WORDS[language];
  const today = (): Day => dayOf(clock.now(), timeZone);
  const dayAt = (when: Day | Date): Day => (when instanceof Date ? dayOf(when, timeZone) : when);
  const isThisYear = (one: Day): boolean => one.slice(0, 4) === today().slice(0, 4);
  const weekday = (when: Day | Date): string => written(dayAt(when), language, { weekday: 'long' });

  function day(when: Day | Date): string {
    const one = dayAt(when);
    const year = isThisYear(one) ? undefined : 'numeric';
    const text = written(one, language, { day: 'numeric', month: 'long', year });
    return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
  }

  const hour = (when: Date | string): string => hourIn(language, when instanceof Date ? timeOf(when, timeZone) : when);
  const atHour = (instant: Date): string => `${words.at}\u00a0${hour(instant)}`;

  /** Undefined for an instant before the last seven days. */
  function recent(instant: Date, beforeWeekday: string): string | undefined {
    const ago = daysBetween(dayOf(instant, timeZone), today());
    if (ago === 0) return `${words.today} ${atHour(instant)}`;
    if (ago === 1) return `${words.yesterday} ${atHour(instant)}`;
    return ago > 1 && ago < WEEK ? `${beforeWeekday}${weekday(instant)} ${atHour(instant)}` : undefined;
  }

  return {
    ...{ day, weekday, hour },
    weekdayAndDay: (when) => `${weekday(when)} ${day(when)}`,
    dayAndTime: (instant) => `${day(instant)} ${atHour(instant)}`,
    moment: (instant) => recent(instant, '') ?? day(instant),
    past: (instant) => recent(instant, words.onWeekday) ?? `${words.onDay}${day(instant)}`,
    when(instant) {
      const ahead = daysBetween(today(), dayOf(instant, timeZone));
      const time = `${words.at} ${hour(instant)}`;
      if (ahead === 0) return `${timeOf(instant, timeZone) >= EVENING ? words.evening : words.today} ${time}`;
      if (ahead === 1) return `${words.tomorrow} ${time}`;
      if (ahead > 1 && ahead < WEEK) return `${words.onWeekday}${weekday(instant)} ${time}`;
      return `${words.onDay}${day(instant)} ${time}`;
    },
    short(instant) {
      const one = dayOf(instant, timeZone);
      const ago = daysBetween(one, today());
      if (ago === 0) return hour(instant);
      if (ago === 1) return words.yesterday;
      if (ago > 1 && ago < WEEK) return weekday(instant);
      if (isThisYear(one)) return written(one, language, { day: 'numeric', month: 'short' });
      return written(one, language, { day: '2-digit', month: '2-digit', year: 'numeric' });
    },
  };
}

/** A day as it is written, whatever the time zone. @throws InputError when it does not exist */
function written(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const midnight = new Date(addDays(day, 0));
  return dateFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone: 'UTC' }).format(midnight);
}

/** « 14 h 02 », and « 16 h » at the full hour */
export function hourIn(language: Language, time: string): string {
  if (language === 'en') return time;
  const [hours, minutes] = time.split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** Whether it was today or yesterday, in the time zone of a school: such a moment is told with its hour. */
export function isRecent(instant: Date, timeZone: string, now: Date): boolean {
  return addDays(dayOf(instant, timeZone), 1) >= dayOf(now, timeZone);
}

/** A cached date format: creating one costs a hundred times more than using it. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
