// SPDX-License-Identifier: EUPL-1.2

/** `T1, T4: …` and `L3 …`; a letter alone, as in `P: …`, is a mark without its number. "A" and "I" are words. */
const AT_THE_BEGINNING = /^(?:(?:[A-Z]\d{1,2}\b|[B-HJ-Z](?=[:,]? ))[:,]?\s*)+/;
const IN_PARENTHESES = /\(((?:[A-Z]\d{1,2}(?:, )?)+)\)/g;

/** The marks of known attacks and faults that a title names, at its beginning or in parentheses, in their order. */
export function marksIn(title: string): string[] {
  const [beginning = ''] = AT_THE_BEGINNING.exec(title) ?? [];
  const parentheses = [...title.matchAll(IN_PARENTHESES)].map(([, marks = '']) => marks);
  return [beginning, ...parentheses].flatMap((text) => text.match(/[A-Z]\d*/g) ?? []);
}
