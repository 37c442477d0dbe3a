// SPDX-License-Identifier: EUPL-1.2

const CHECK_LETTERS = 'abcdefghjklmnprstuvwxyz'; // 23 letters: no i, o, q

/** Adds the check letter to the seven digits of a school number: `0399001` gives `0399001X`. */
export function uai(digits: string): string {
  const letter = CHECK_LETTERS[Number(digits) % CHECK_LETTERS.length] ?? '';
  return digits + letter.toUpperCase();
}
