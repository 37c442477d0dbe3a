// SPDX-License-Identifier: EUPL-1.2

/** Capitals: the key of a directory is stored in lower case, so that no entry can ever have a retired key. */
const MARK = '#RETIRED-';

/** Characters of the key that are kept: with the mark and an id they fit the column. */
const KEPT = 140;

/** The key under which a person stays once the directory has given theirs to another person. */
export function retiredKey(key: string, personId: string): string {
  // Half a character cannot be stored.
  return `${key.slice(0, KEPT).replace(/\p{Cs}$/u, '')}${MARK}${personId}`;
}

export function isRetiredKey(key: string): boolean {
  return key.includes(MARK);
}

/** The key as the directory wrote it. */
export function keyBeforeRetirement(key: string): string {
  const end = key.indexOf(MARK);
  return end < 0 ? key : key.slice(0, end);
}
