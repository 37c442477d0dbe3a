// SPDX-License-Identifier: EUPL-1.2

/** `2015-03-02`, or `02/03/2015` with or without the zeros. */
const FORMS = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
];

/** A day as `YYYY-MM-DD`, whichever way ONDE wrote it; undefined when there is no such day. */
export function readDay(text: string): string | undefined {
  const { year = '', month = '', day = '' } = FORMS.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // Of a 31 February, Date makes a day of March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) return undefined;
  return iso;
}
