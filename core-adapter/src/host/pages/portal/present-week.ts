// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, mondayOf, timeOf, weekdayOf, type Day } from '../../../api/day.js';
import type { Format } from '../../../api/i18n.js';
import type { BrickTask, BrickWeekThing } from '../../http/ask-portal.js';
import { pathIn, signOf } from './portal-rows.js';
import type { PortalDay, PortalWeekModel } from './portal.model.js';

const FRIDAY = 5;
/** From this hour of Friday on, the week is the next one. */
const AFTER_SCHOOL = '16:30';

export interface WeekReader {
  readonly now: Date;
  readonly timeZone: string;
  readonly format: Format;
}

/** The week of a pupil: the tasks that are still due, each with its hour. */
export function presentPupilWeek(tasks: readonly BrickTask[], reader: WeekReader): PortalWeekModel {
  const things = tasks.flatMap(({ due, ...task }) =>
    due && due >= reader.now ? [{ ...task, at: due, detail: reader.format.hour(due) }] : [],
  );
  return presentWeek(things, reader);
}

/** The week of a teacher: tasks to come, of which many have a day and no hour, and the things of the bricks. */
export function presentTeacherWeek(
  tasks: readonly BrickTask[],
  week: readonly BrickWeekThing[],
  reader: WeekReader,
): PortalWeekModel {
  const due = tasks.flatMap(({ due: at, ...task }) => (at && at >= reader.now ? [{ ...task, at, detail: '' }] : []));
  return presentWeek([...due, ...week], reader);
}

/** The five school days of this week, or of the next one once school is over; none where nothing is in it. */
function presentWeek(things: readonly BrickWeekThing[], { now, timeZone, format }: WeekReader): PortalWeekModel {
  const today = dayOf(now, timeZone);
  const monday = weekBegins(today, timeOf(now, timeZone));
  const inOrder = [...things].sort((one, other) => one.at.getTime() - other.at.getTime());
  const days = [0, 1, 2, 3, 4].map((place): PortalDay => {
    const day = addDays(monday, place);
    const own = inOrder.filter(({ at }) => dayOf(at, timeZone) === day);
    return {
      ...{ weekday: format.weekday(day), number: String(Number(day.slice(8))), isToday: day === today },
      things: own.map(({ title, path, brick, uai, detail }) => ({
        ...{ title, detail, url: pathIn(uai, brick, path), ...signOf(brick) },
      })),
    };
  });
  const isEmpty = days.every(({ things: own }) => own.length === 0);
  return { days: isEmpty ? [] : days, isNext: monday > today };
}

function weekBegins(today: Day, time: string): Day {
  const weekday = weekdayOf(today);
  const isOver = weekday > FRIDAY || (weekday === FRIDAY && time >= AFTER_SCHOOL);
  return isOver ? addDays(mondayOf(today), 7) : mondayOf(today);
}
