// SPDX-License-Identifier: EUPL-1.2
import { isDay, type Day } from '@volee/core-adapter';

/** `2015-03-02`, or `02/03/2015` with or without the zeros. */
const FORMS = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
];

/** A day as `YYYY-MM-DD`, whichever way ONDE wrote it; undefined when there is no such day. */
export function readDay(text: string): Day | undefined {
  const { year = '', month = '', day = '' } = FORMS.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}
