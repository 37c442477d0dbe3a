// SPDX-License-Identifier: EUPL-1.2

/**
 * The text without the white space of XML (XML 1.0 §2.3) at both ends. Any other white space, such as a no-break space, is part of a name.
 * A regular expression would take quadratic time on a text with many spaces inside.
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
