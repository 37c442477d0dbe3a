// SPDX-License-Identifier: EUPL-1.2

const LONGEST = 100;

/** The beginning of a text, on one line. */
export function openingOf(body: string): string {
  const characters = [...body.replace(/\s+/g, ' ').slice(0, 4 * LONGEST)];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
}
