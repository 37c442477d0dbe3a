// SPDX-License-Identifier: EUPL-1.2
import type { StoredHours } from '../../domain/policy/decisions.js';
import { nextDelivery } from '../../domain/rules/quiet-hours.js';
import { dayAfter, dayOf, instantOf, weekdayOf } from '../../domain/rules/wall-clock.js';
import { whenWords, type TimeReader } from '../../domain/words/time-words.js';

const EIGHT_IN_THE_EVENING = 20 * 60;
const TEN_IN_THE_MORNING = 10 * 60;
const SATURDAY = 6;

type Audience = 'pupils' | 'families';

/** The effect of quiet hours on three messages to come: of an evening, a Saturday, the next holidays. Worked out by the rules. */
export function presentExamples(hours: StoredHours, audience: Audience, now: Date, words: TimeReader): string[] {
  const { t, school } = words;
  const zone = school.timeZone;
  const today = dayOf(now, zone);
  const holiday = hours.dates.find(({ to }) => to >= today);
  const kinds = [
    { kind: 'evening', at: comingInstant(today, EIGHT_IN_THE_EVENING, now, zone) },
    { kind: 'saturday', at: instantOf(nextSaturday(today), TEN_IN_THE_MORNING, zone) },
    ...(holiday
      ? [{ kind: 'holiday', at: instantOf(laterDay(holiday.from, today), TEN_IN_THE_MORNING, zone) } as const]
      : []),
  ] as const;
  return kinds.map(({ kind, at }) => {
    const arrives = nextDelivery(at, { ...hours, zone });
    const isQuiet = arrives.getTime() !== at.getTime();
    const when = isQuiet ? whenWords(arrives, words) : t('when.now');
    return t(`example.${kind}.${audience}`, { at: whenWords(at, words), when });
  });
}

function comingInstant(day: string, minutes: number, now: Date, zone: string): Date {
  const instant = instantOf(day, minutes, zone);
  return instant >= now ? instant : instantOf(dayAfter(day), minutes, zone);
}

function nextSaturday(day: string): string {
  const next = dayAfter(day);
  return weekdayOf(next) === SATURDAY ? next : nextSaturday(next);
}

function laterDay(one: string, other: string): string {
  return one > other ? one : other;
}
