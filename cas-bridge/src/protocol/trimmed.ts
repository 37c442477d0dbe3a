// SPDX-License-Identifier: EUPL-1.2

/**
 * Without the white space of XML around it: any other, such as a no-break space, is part of a name. Not by a pattern, which would take
 * its time over many spaces inside.
 */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isSpace(character: string): boolean {
  return ' \t\r\n'.includes(character);
}
