// SPDX-License-Identifier: EUPL-1.2

/** The length of the column `name`, in characters. */
const LONGEST = 200;

/** The room for a number and an extension, in characters. */
const ROOM = 20;

/** A stem, and an extension if there is one; a name such as `.profile` is all stem. */
const PARTS = /^(.+?)(\.[^.]{1,12})?$/su;

/**
 * The name itself when the space has none like it, or the first free one of « exposé (2).pdf », « exposé (3).pdf » …
 * Case does not count: Windows could not keep `Exposé.pdf` and `exposé.pdf` in one folder.
 */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(foldName));
  return firstFreeName(name, (folded) => used.has(folded));
}

/** The same, for many names: `isTaken` says whether `foldName` of a name is taken. */
export function firstFreeName(name: string, isTaken: (folded: string) => boolean): string {
  let candidate = name;
  for (let copy = 2; isTaken(foldName(candidate)); copy += 1) candidate = numbered(name, copy);
  return candidate;
}

function numbered(name: string, copy: number): string {
  const [, stem = name, extension = ''] = PARTS.exec(name) ?? [];
  const ending = ` (${copy})${extension}`;
  // By characters: a slice of the string could leave half a character behind.
  return (
    Array.from(stem)
      .slice(0, LONGEST - Array.from(ending).length)
      .join('')
      .trimEnd() + ending
  );
}

/** The beginning of `foldName` of all numbered names that `firstFreeName` can make of a name. */
export function numberedStart(name: string): string {
  const [, stem = name] = PARTS.exec(name) ?? [];
  const characters = Array.from(stem);
  // The end of a longer one may be cut off before the number.
  if (characters.length > LONGEST - ROOM)
    return foldName(
      characters
        .slice(0, LONGEST - ROOM)
        .join('')
        .trimEnd(),
    );
  return foldName(`${stem.trimEnd()} (`);
}

/**
 * Names are the same when this is: as on Windows, case does not count, nor how an accent is written. The result is no longer than the
 * name, so that it fits its column whole: « İ » is the one letter with a longer form in lower case, and stays as it is.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .split('İ')
    .map((part) => part.toLowerCase())
    .join('İ');
}
