// SPDX-License-Identifier: EUPL-1.2
import { dayOf, instantOf, isDay, timeOf, type School } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretRequest } from '../../brick-types.js';
import { TEN_MINUTES } from '../../domain/life/leaves-at.js';
import { publishedUntil } from '../../domain/periods/closing-year.js';
import { periodNumber } from '../../domain/life/period-number.js';

/** The hours at which a head may publish. */
export const PUBLISH_HOURS = ['7', '12', '16', '18', '20'] as const;

/**
 * `plan` needs a day and an hour, and `now` has none. `undo` takes back what was done at last, and names the instant that its page showed;
 * `cancel` ends a plan.
 */
export const publishFields = z.strictObject({
  period: periodNumber,
  do: z.enum(['plan', 'now', 'undo', 'cancel']).default('plan'),
  day: z.string().max(20).default(''),
  hour: z.enum(PUBLISH_HOURS).default('18'),
  at: z.iso.datetime().optional(),
});
export type PublishFields = z.output<typeof publishFields>;

/** The instant of a publication, or the sentence beside the field of the day. */
export type PublishInstant = { readonly at: Date } | { readonly problem: string };

export function readPublishInstant(
  { day, hour }: Pick<PublishFields, 'day' | 'hour'>,
  { now, school, schoolYear, t }: PublishContext,
): PublishInstant {
  if (!isDay(day)) return { problem: t('publish.noDay') };
  const at = instantOf(day, `${hour.padStart(2, '0')}:00`, school.timeZone);
  if (at < now) return { problem: t('publish.past') };
  if (at.getTime() < now.getTime() + TEN_MINUTES) return { problem: t('publish.soon') };
  if (at >= publishedUntil(schoolYear, school.timeZone)) return { problem: t('publish.far') };
  return { at };
}

interface PublishContext extends Pick<LivretRequest, 'schoolYear' | 't'> {
  readonly now: Date;
  readonly school: Pick<School, 'timeZone'>;
}

/** The day and the hour of an instant, as the fields of the form hold them. */
export function publishFieldsOf(at: Date, timeZone: string): Pick<PublishFields, 'day' | 'hour'> {
  const hour = String(Number(timeOf(at, timeZone).slice(0, 2)));
  return { day: dayOf(at, timeZone), hour: PUBLISH_HOURS.find((one) => one === hour) ?? '18' };
}
