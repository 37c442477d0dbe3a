// SPDX-License-Identifier: EUPL-1.2

const formats = new Map<string, Intl.DateTimeFormat>();

/** A cached date format: creating one costs a hundred times more than using it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
