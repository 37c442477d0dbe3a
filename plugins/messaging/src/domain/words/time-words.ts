// SPDX-License-Identifier: EUPL-1.2
import { timeOf } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';

export type TimeReader = Pick<MessagingRequest, 't' | 'format' | 'clock' | 'school'>;

const EVENING = '18:00';

/** « tout de suite »; « ce soir » after hours, when others wait until the next day. */
export function nowWords({ t, clock, school }: TimeReader): string {
  return t(timeOf(clock.now(), school.timeZone) >= EVENING ? 'when.thisEvening' : 'when.now');
}
