// SPDX-License-Identifier: EUPL-1.2
import { dayOf, instantOf, isDay, timeOf, type School } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretRequest } from '../../../brick-types.js';
import { publishedUntil } from '../../../domain/periods/closing-year.js';
import { periodNumber } from '../../../domain/life/period-number.js';

/** The hours at which a head may publish; `now` is at once. */
export const PUBLISH_HOURS = ['now', '7', '12', '16', '18', '20'] as const;

/** `do` is `cancel` for the button that takes back an instant which has not come. */
export const publishFields = z.strictObject({
  period: periodNumber,
  day: z.string().max(20).default(''),
  hour: z.enum(PUBLISH_HOURS).default('18'),
  do: z.enum(['publish', 'cancel']).default('publish'),
});
export type PublishFields = z.output<typeof publishFields>;

/** The instant of a publication, or the sentence beside the field of the day. */
export type PublishInstant = { readonly at: Date } | { readonly problem: string };

export function readPublishInstant(
  { day, hour }: Pick<PublishFields, 'day' | 'hour'>,
  { now, school, schoolYear, t }: PublishContext,
): PublishInstant {
  if (hour === 'now') return { at: now };
  if (!isDay(day)) return { problem: t('publish.noDay') };
  const at = instantOf(day, `${hour.padStart(2, '0')}:00`, school.timeZone);
  if (at < now) return { problem: t('publish.past') };
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
