// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, mondayOf, timeOf, weekdayOf, type Day } from '../../../api/day.js';
import type { Format } from '../../../api/i18n.js';
import type { BrickTask } from '../../http/ask-portal.js';
import { pathIn, signOf } from './portal-rows.js';
import type { PortalDay } from './portal.model.js';

const FRIDAY = 5;
/** From this hour of Friday on, the week of a pupil is the next one. */
const AFTER_SCHOOL = '16:30';

interface WeekReader {
  readonly now: Date;
  readonly timeZone: string;
  readonly format: Format;
}

/** The five school days of this week, or of the next one once school is over; none where nothing is to come in it. */
export function presentWeek(tasks: readonly BrickTask[], { now, timeZone, format }: WeekReader): PortalDay[] {
  const today = dayOf(now, timeZone);
  const monday = weekBegins(today, timeOf(now, timeZone));
  const days = [0, 1, 2, 3, 4].map((place): PortalDay => {
    const day = addDays(monday, place);
    const due = tasks.filter((task) => task.due && task.due >= now && dayOf(task.due, timeZone) === day);
    return {
      ...{ weekday: format.weekday(day), number: String(Number(day.slice(8))), isToday: day === today },
      things: due.map(({ title, path, brick, uai, due: at }) => ({
        ...{ title, url: pathIn(uai, brick, path), icon: signOf(brick).icon },
        detail: at === undefined ? '' : format.hour(at),
      })),
    };
  });
  return days.some(({ things }) => things.length > 0) ? days : [];
}

function weekBegins(today: Day, time: string): Day {
  const weekday = weekdayOf(today);
  const isOver = weekday > FRIDAY || (weekday === FRIDAY && time >= AFTER_SCHOOL);
  return isOver ? addDays(mondayOf(today), 7) : mondayOf(today);
}
