// SPDX-License-Identifier: EUPL-1.2
import { TZDate } from '@date-fns/tz';

const AUGUST = 7;

/** The instant at which a school year began: midnight of 1 August. */
export function yearBegan(schoolYear: number, timeZone: string): Date {
  return new Date(new TZDate(schoolYear, AUGUST, 1, timeZone).getTime());
}
