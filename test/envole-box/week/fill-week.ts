// SPDX-License-Identifier: EUPL-1.2
import { SchoolDays } from './school-days.js';
import type { Step, SchoolWeek } from './step.js';
import { BRICK, Week } from './week.js';
import { moulinWeek } from './moulin-week.js';
import { tilleulsWeek } from './tilleuls-week.js';
import { troisRivieresWeek } from './trois-rivieres-week.js';
import { hasBrick, type StoryOptions } from '../story-options.js';

const WEEKS: readonly SchoolWeek[] = [tilleulsWeek, moulinWeek, troisRivieresWeek];

/** The instant, early in the morning, at which the week before `now` begins. */
export function beginningOfWeek(now: Date): Date {
  return new SchoolDays(now).instant(Math.max(...WEEKS.flatMap(({ steps }) => steps.map(({ day }) => day))), '06:00');
}

/**
 * Lets the people of the sample write to each other for a week, through the pages and jobs of the host.
 * @returns where its messages are; undefined when the brick is not there
 * @throws Error with the step that was refused
 */
export async function fillWeek(options: StoryOptions): Promise<Week | undefined> {
  const { host, clock, now } = options;
  if (!hasBrick(host, BRICK)) return undefined;
  const week = new Week(options);
  try {
    for (const { at, uai, step } of inOrder(new SchoolDays(now), now)) {
      clock.set(at);
      if (step) await week.take(uai, step);
      if (!step || !('read' in step)) await host.jobs.runDue();
    }
  } finally {
    clock.set(now);
  }
  await host.jobs.runDue();
  return week;
}

interface Moment {
  readonly at: Date;
  readonly uai: string;
  /** Absent in the mornings, when the messages of the night arrive. */
  readonly step?: Step;
}

const MORNING = '07:00';

/** The steps of all schools up to now and the mornings, the oldest first. */
function inOrder(days: SchoolDays, now: Date): Moment[] {
  const planned = WEEKS.flatMap(({ uai, steps }) => steps.map((step) => ({ uai, step })));
  const steps = planned.filter(({ step: { day } }) => day > 0 || days.isToday);
  const mornings = [...new Set(steps.map(({ step }) => step.day)), 0];
  const moments = [
    ...mornings.map((day) => ({ at: days.instant(day, MORNING), uai: '' })),
    ...steps.map(({ uai, step }) => ({ at: days.instant(step.day, step.at), uai, step: writtenOut(step, days) })),
  ];
  return moments.filter(({ at }) => at < now).sort((one, other) => one.at.getTime() - other.at.getTime());
}

function writtenOut(step: Step, days: SchoolDays): Step {
  const out = (text: string): string => days.writeOut(text, step.day);
  if ('replyTo' in step) return { ...step, body: out(step.body) };
  return 'write' in step ? { ...step, subject: out(step.subject), body: out(step.body) } : step;
}
