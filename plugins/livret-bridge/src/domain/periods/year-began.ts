// SPDX-License-Identifier: EUPL-1.2
import { startOfDay } from '@volee/core-adapter';

/** The instant at which a school year began: midnight of 1 August. */
export function yearBegan(schoolYear: number, timeZone: string): Date {
  return startOfDay(`${String(schoolYear)}-08-01`, timeZone);
}
