// SPDX-License-Identifier: EUPL-1.2

/** Upper case: keys from directories are stored in lower case, so no entry can have a retired key. */
const MARK = '#RETIRED-';

/** The number of characters of the key that are kept: together with the mark and an id they fit the column. */
const KEPT = 140;

/** The key under which a person is kept once the directory has given their key to another person. */
export function retiredKey(key: string, personId: string): string {
  // A lone surrogate cannot be stored.
  return `${key.slice(0, KEPT).replace(/\p{Cs}$/u, '')}${MARK}${personId}`;
}

export function isRetiredKey(key: string): boolean {
  return key.includes(MARK);
}

/** The key before retirement, as the directory gave it. */
export function keyBeforeRetirement(key: string): string {
  const end = key.indexOf(MARK);
  return end < 0 ? key : key.slice(0, end);
}
