// SPDX-License-Identifier: EUPL-1.2

/** The maximum number of lines: no primary school has as many pupils or guardians. */
const MOST_LINES = 3_000;
const LONGEST_LINE = 20_000;

/** Whether a text has more lines, or a longer one, than any extraction of a school. It is checked before the text is split. */
export function isEndless(text: string): boolean {
  let lines = 0;
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
    lines += 1;
    if (lines > MOST_LINES || index - start > LONGEST_LINE) return true;
    start = index + end.length;
  }
  const rest = text.length - start;
  return rest > LONGEST_LINE || (rest > 0 && lines === MOST_LINES);
}
