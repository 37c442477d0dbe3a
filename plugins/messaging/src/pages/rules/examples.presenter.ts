// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, instantOf, mondayOf, type Day } from '@volee/core-adapter';
import type { TimeReader } from '../../domain/words/time-words.js';
import type { StoredHours } from '../../domain/policy/decisions.js';
import { nextDelivery } from '../../domain/rules/quiet-hours.js';

const EIGHT_IN_THE_EVENING = '20:00';
const TEN_IN_THE_MORNING = '10:00';

type Audience = 'pupils' | 'families';

/** The effect of quiet hours on three messages to come: of an evening, a Saturday, the next holidays. Worked out by the rules. */
export function presentExamples(hours: StoredHours, audience: Audience, now: Date, words: TimeReader): string[] {
  const { t, format, school } = words;
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
    const when = isQuiet ? format.when(arrives) : t('when.now');
    return t(`example.${kind}.${audience}`, { at: format.when(at), when });
  });
}

function comingInstant(day: Day, time: string, now: Date, zone: string): Date {
  const instant = instantOf(day, time, zone);
  return instant >= now ? instant : instantOf(addDays(day, 1), time, zone);
}

/** The first Saturday after a day; after a Saturday, that of the next week. */
function nextSaturday(day: Day): Day {
  return addDays(mondayOf(addDays(day, 2)), 5);
}

function laterDay(one: Day, other: Day): Day {
  return one > other ? one : other;
}
