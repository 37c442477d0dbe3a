// SPDX-License-Identifier: EUPL-1.2

/** Whether a name has a letter. Directories fill an empty name with a dash, a dot or a number, which names nobody. */
export function hasLetter(name: string): boolean {
  return /\p{L}/u.test(name);
}
