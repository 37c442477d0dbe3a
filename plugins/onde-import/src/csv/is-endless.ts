// SPDX-License-Identifier: EUPL-1.2

const MOST_LINES = 20_000;
const LONGEST_LINE = 20_000;

/** Whether a text has more lines, or a longer one, than any extraction of a school: looked at before anything of it is split. */
export function isEndless(text: string): boolean {
  let lines = 0;
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const next = end === -1 ? text.length : end + 1;
    lines += 1;
    if (lines > MOST_LINES || next - start > LONGEST_LINE) return true;
    start = next;
  }
  return false;
}
