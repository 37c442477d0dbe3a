// SPDX-License-Identifier: EUPL-1.2

const DAY = 86_400_000;

/** The clock of the sample schools. */
const ZONE = 'Europe/Paris';

/** Holidays on the same day of each year, as month-day. */
const HOLIDAYS = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']);

const dateOf = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
const dayInWords = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const weekday = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', weekday: 'long' });

/** The school days around an instant: no weekends and no holidays. */
export class SchoolDays {
  readonly #today: string;

  constructor(now: Date) {
    this.#today = dateOf.format(now);
  }

  /** Whether today is a school day. */
  get isToday(): boolean {
    return isSchoolDay(this.#today);
  }

  /** An hour of a school day before today, or of today for 0. */
  instant(daysBefore: number, hour: string): Date {
    return instantOf(`${this.date(-daysBefore)}T${hour}:00Z`);
  }

  /**
   * Writes out the days that a text names, seen from the day on which it is written: `{+3}` is the third school day after it, and
   * `{demain}` the next one, « demain » or « lundi ».
   */
  writeOut(text: string, daysBefore: number): string {
    const day = this.date(-daysBefore);
    const next = schoolDayFrom(day, 1);
    const isTomorrow = Date.parse(next) - Date.parse(day) === DAY;
    return text
      .replaceAll('{demain}', isTomorrow ? 'demain' : weekday.format(new Date(next)))
      .replace(/\{\+(\d+)\}/g, (_whole, days: string) => {
        const date = new Date(schoolDayFrom(day, Number(days)));
        return dayInWords.format(date).replace(/ 1 /, ' 1er ');
      });
  }

  /** A school day as 2026-11-24. @param days how many school days after today, or before it when it is negative */
  date(days: number): string {
    return schoolDayFrom(this.#today, days);
  }
}

/** @param days how many school days later, or earlier when it is negative */
function schoolDayFrom(start: string, days: number): string {
  let date = start;
  for (let left = Math.abs(days); left > 0; left -= isSchoolDay(date) ? 1 : 0) {
    date = new Date(Date.parse(date) + Math.sign(days) * DAY).toISOString().slice(0, 10);
  }
  return date;
}

/** @param date as 2026-11-24 */
function isSchoolDay(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(date.slice(5));
}

/** @param wall the time on the clock of the school, written as if it were UTC */
function instantOf(wall: string): Date {
  const asUtc = new Date(wall).getTime();
  const offset = new Date(`${wallClock.format(asUtc).replace(' ', 'T')}Z`).getTime() - asUtc;
  return new Date(asUtc - offset);
}
